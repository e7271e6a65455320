package org.permitportal.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;

/**
 * The documents of a permit, as the holder of a token sees them.
 *
 * @param token an access token
 */
public record ItsDocuments(String permit, String token) {
  public ApiCall announcing(TestFiles file) {
    return ApiCall.of("requestUpload")
        .bearer(token)
        .path("permitId", permit)
        .json(
            "kind", "photo",
            "name", file.fileName(),
            "type", file.mediaType(),
            "bytes", file.length(),
            "sha256", file.sha256());
  }

  /** Announces and sends it, and waits for its check; its id. */
  public String sent(TestFiles file) {
    JsonNode awaited = announcing(file).expect(201).body();
    Sent.of(awaited.path("upload")).bytes(file.bytes()).expect(200);
    String id = awaited.path("documentId").asText();
    checked(id);
    return id;
  }

  /** Waits for the check of a document; what the permit says of it then. */
  JsonNode checked(String document) {
    return Eventually.get(
        "a checked document",
        () -> find(document).filter(one -> !one.path("state").asText().equals("PENDING")));
  }

  /** Those that are there now. */
  Set<String> ids() {
    return new TreeSet<>(opened().path("documents").findValuesAsText("documentId"));
  }

  /** What the permit says of a document now. */
  Optional<JsonNode> find(String document) {
    for (JsonNode one : opened().path("documents")) {
      if (one.path("documentId").asText().equals(document)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  JsonNode opened() {
    return ApiCall.of("openPermit").bearer(token).path("permitId", permit).expect(200).body();
  }

  public ApiCall removing(String document) {
    return ApiCall.of("removeDocument")
        .bearer(token)
        .path("permitId", permit)
        .path("documentId", document);
  }
}
