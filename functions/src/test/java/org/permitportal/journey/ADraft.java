package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ApiCall.Answer;

/** A registration that somebody has just begun, and what can be done with its files. */
final class ADraft {
  private final String id;
  private final String token;

  private ADraft(String id, String token) {
    this.id = id;
    this.token = token;
  }

  /** Begins one through the API. */
  static ADraft begun() {
    String terms = ApiCall.of("getPortal").expect(200).text("/termsVersion");
    Answer begun =
        ApiCall.of("startRegistration").json("agreed", true, "termsVersion", terms).expect(201);
    return new ADraft(begun.text("/draftId"), begun.text("/token"));
  }

  String id() {
    return id;
  }

  /** An operation on it. */
  ApiCall call(String operationId) {
    return ApiCall.of(operationId).draft(id, token);
  }

  /** Asking to upload a file as a business license. */
  ApiCall asking(TestFiles file) {
    return call("requestAttachment")
        .json(
            "kind",
            "business-license",
            "name",
            file.fileName(),
            "type",
            file.mediaType(),
            "bytes",
            file.length(),
            "sha256",
            file.sha256());
  }

  /** Asks for an upload and sends the file; its id. */
  String uploaded(TestFiles file) {
    Answer asked = asking(file).expect(201);
    Sent.of(asked.body().path("upload")).bytes(file.bytes()).expect(200);
    return asked.text("/fileId");
  }

  /** What the registration says of a file now. */
  Optional<JsonNode> file(String fileId) {
    for (JsonNode file : call("getRegistration").expect(200).body().path("attachments")) {
      if (file.path("fileId").asText().equals(fileId)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** The same, as soon as it was checked. */
  JsonNode checked(String fileId) {
    return Eventually.get(
        "the check of a file",
        () -> file(fileId).filter(f -> !f.path("state").asText().equals("PENDING")));
  }
}
