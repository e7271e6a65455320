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
 * The documents of a permit, as one user sees them.
 *
 * @param token the user's access token
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

  /** Requests an upload, sends the file and waits for its check. Returns the document's id. */
  public String sent(TestFiles file) {
    JsonNode awaited = announcing(file).expect(201).body();
    Sent.of(awaited.path("upload")).bytes(file.bytes()).expect(200);
    String id = awaited.path("documentId").asText();
    checked(id);
    return id;
  }

  /** Waits for the check of a document. Returns the document as the permit then shows it. */
  JsonNode checked(String document) {
    return Eventually.get(
        "a checked document",
        () -> find(document).filter(one -> !one.path("state").asText().equals("PENDING")));
  }

  /** Returns the ids of the documents that the permit shows. */
  Set<String> ids() {
    return new TreeSet<>(opened().path("documents").findValuesAsText("documentId"));
  }

  /** Returns a document as the permit shows it, if it is there. */
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
