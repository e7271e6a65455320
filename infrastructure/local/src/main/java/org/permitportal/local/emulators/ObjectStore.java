package org.permitportal.local.emulators;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.stream.StreamSupport;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Json;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Resource;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** Serves S3 for the template's buckets. Verifies signatures and reports every new object. */
public final class ObjectStore implements AutoCloseable {
  private final S3Proxy server;
  private final BlobStore blobs;

  private ObjectStore(S3Proxy server, BlobStore blobs) {
    this.server = server;
    this.blobs = blobs;
  }

  /**
   * Starts the server and creates the buckets. All buckets have one CORS rule, the first rule of
   * the last bucket that has rules.
   *
   * @param data the folder for objects, or null to keep all objects in memory
   * @param created receives the bucket and the detail of EventBridge's {@code Object Created} event
   */
  public static ObjectStore start(
      List<Resource> buckets,
      Attributes attributes,
      @Nullable Path data,
      BiConsumer<String, JsonNode> created)
      throws Exception {
    BlobStore plain =
        data == null
            ? new TransientNio2BlobStore()
            : new FilesystemNio2BlobStore(Files.createDirectories(data).toString());
    BlobStore blobs = new Telling(plain, created);
    CrossOriginResourceSharing cors = new CrossOriginResourceSharing();
    for (Resource bucket : buckets) {
      JsonNode properties = bucket.properties(attributes);
      String name = attributes.bucket(bucket);
      if (!blobs.containerExists(name)) {
        blobs.createContainer(name);
      }
      JsonNode rules = properties.path("CorsConfiguration").path("CorsRules");
      if (!rules.isEmpty()) {
        cors = cors(rules.path(0));
      }
    }
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, AwsJson.ACCESS_KEY, AwsJson.SECRET_KEY)
            .corsRules(cors)
            .ignoreUnknownHeaders(true)
            .jettyMaxThreads(24)
            .stopTimeout(0)
            .build();
    server.start();
    return new ObjectStore(server, blobs);
  }

  private static CrossOriginResourceSharing cors(JsonNode rule) {
    return new CrossOriginResourceSharing(
        strings(rule, "AllowedOrigins"),
        strings(rule, "AllowedMethods"),
        strings(rule, "AllowedHeaders"),
        strings(rule, "ExposedHeaders"),
        "false");
  }

  private static List<String> strings(JsonNode rule, String name) {
    return StreamSupport.stream(rule.path(name).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("S3 does not stop", e);
    }
    blobs.close();
  }

  /** A store that raises an event for every object that was stored completely. */
  private static final class Telling extends ForwardingBlobStore {
    private final BiConsumer<String, JsonNode> created;
    private final AtomicLong sequence = new AtomicLong(System.currentTimeMillis() << 20);

    Telling(BlobStore blobs, BiConsumer<String, JsonNode> created) {
      super(blobs);
      this.created = created;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
      PutObjectResponse response = super.putBlob(request, content);
      tell(request.bucket(), request.key(), response.eTag(), "PutObject");
      return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
      CopyObjectResponse response = super.copyBlob(request);
      String tag = response.copyObjectResult().eTag();
      tell(request.destinationBucket(), request.destinationKey(), tag, "CopyObject");
      return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
        MultipartUpload upload, CompleteMultipartUploadRequest request) {
      CompleteMultipartUploadResponse response = super.completeMultipartUpload(upload, request);
      tell(request.bucket(), request.key(), response.eTag(), "CompleteMultipartUpload");
      return response;
    }

    private void tell(String bucket, String key, @Nullable String tag, String reason) {
      ObjectNode detail = Json.object().put("version", "0");
      detail.putObject("bucket").put("name", bucket);
      ObjectNode object = detail.putObject("object").put("key", key);
      object.put("size", blobMetadata(bucket, key).contentLength());
      object.put("etag", tag == null ? "" : tag.replace("\"", ""));
      object.put(
          "sequencer", Long.toHexString(sequence.incrementAndGet()).toUpperCase(Locale.ROOT));
      detail.put("request-id", UUID.randomUUID().toString().substring(0, 16));
      detail.put("requester", Attributes.ACCOUNT).put("source-ip-address", "127.0.0.1");
      created.accept(bucket, detail.put("reason", reason));
    }
  }
}
