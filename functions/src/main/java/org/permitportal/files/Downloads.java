package org.permitportal.files;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedGetObjectRequest;

/**
 * Creates short-lived links to stored files. The calling code must first check whether the user may
 * see the file.
 */
@Singleton
public class Downloads {
  /**
   * The time for which a link is valid. This is enough, because a browser follows the link at once.
   * A download that has begun continues after the link expires.
   */
  static final Duration VALID = Duration.ofMinutes(2);

  /** The types that browsers show without running code in the file. */
  private static final Set<FileType> SHOWN = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);

  private final S3Presigner presigner;
  private final String bucket;

  public Downloads(S3Presigner presigner, @Value("${documents.bucket}") String bucket) {
    this.presigner = presigner;
    this.bucket = bucket;
  }

  /**
   * Creates a link to a file that passed its check. This calls no service, and it needs the
   * permission {@code s3:GetObject} on the key.
   *
   * @param checked the type that the check found
   * @param view whether the browser may show the file; only PDF, JPEG and PNG are shown, all others
   *     are saved
   */
  public Download link(ObjectKey key, FileName name, FileType checked, boolean view) {
    FileName ending = name.endingAs(checked);
    String disposition =
        view && SHOWN.contains(checked)
            ? ContentDisposition.inline(ending)
            : ContentDisposition.attachment(ending);
    PresignedGetObjectRequest signed =
        presigner.presignGetObject(
            p ->
                p.signatureDuration(VALID)
                    .getObjectRequest(
                        g ->
                            g.bucket(bucket)
                                .key(key.path())
                                .responseContentType(checked.mediaType())
                                .responseContentDisposition(disposition)));
    return new Download(signed.url().toString(), signed.expiration());
  }
}
