package org.permitportal.files;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.InputStream;
import software.amazon.awssdk.services.s3.S3Client;

/** Reads and deletes the objects of files in the bucket. */
@Singleton
public class StoredFiles {
  private final S3Client s3;
  private final String bucket;

  public StoredFiles(S3Client s3, @Value("${documents.bucket}") String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** Opens a stream of a file's bytes. The caller must close it. */
  InputStream open(ObjectKey key) {
    return s3.getObject(g -> g.bucket(bucket).key(key.path()));
  }

  /**
   * Deletes a file's object. Does nothing when there is no object. The bucket keeps the deleted
   * version for some days.
   */
  public void delete(ObjectKey key) {
    s3.deleteObject(d -> d.bucket(bucket).key(key.path()));
  }
}
