package org.permitportal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.permitportal.contract.Yaml;
import org.permitportal.files.FileRecord;
import org.permitportal.files.ObjectKey;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The arrival of a permit's document. A test itself sends the event of the arrival, as often as it
 * wants.
 *
 * @param beans the beans of a function with access to the permits table and the bucket
 */
record AnArrival(ApplicationContext beans, ObjectKey key) {
  private static final Queue<String> TOLD = new ConcurrentLinkedQueue<>();

  static {
    ThePortal.stack()
        .onLambdaCall(
            call -> {
              if (call.function().equals("CheckUploadFunction")) {
                TOLD.add(new String(call.event(), StandardCharsets.UTF_8));
              }
            });
  }

  /**
   * Sends the document's bytes. The bucket's own event changes nothing, because the document seems
   * to be ready at that time.
   */
  void unseen(Sent upload) {
    assertThat(Table.run(document().set("state", FileRecord.State.READY))).isTrue();
    upload.expect(200);
    Eventually.get(
        "the bucket's own event",
        () -> TOLD.stream().filter(event -> event.contains(key.path())).findFirst());
    assertThat(Table.run(document().set("state", FileRecord.State.PENDING))).isTrue();
  }

  private Write document() {
    return beans
        .getBean(Tables.class)
        .named("permits")
        .update("PERMIT#" + key.ownerId(), "FILE#" + key.fileId());
  }

  /** Sends the event of the arrival. */
  void told() {
    assertThat(toldOrFails()).isTrue();
  }

  /** Sends the event of the arrival. Returns whether the function succeeded. */
  boolean toldOrFails() {
    try {
      ObjectNode event =
          (ObjectNode)
              new ObjectMapper().readTree(Yaml.ROOT.resolve("events/checkUpload.json").toFile());
      ((ObjectNode) event.at("/detail/object")).put("key", key.path());
      ThePortal.stack().invoke("CheckUploadFunction", event);
      return true;
    } catch (FunctionError e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  boolean stored() {
    try {
      beans
          .getBean(S3Client.class)
          .headObject(
              h -> h.bucket(ThePortal.stack().physicalId("DocumentsBucket")).key(key.path()));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }
}
