package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ApiCall.Answer;

/** Uploads and reads the files of a registration. */
public final class ItsFiles {
  private final ADraft draft;

  private ItsFiles(ADraft draft) {
    this.draft = draft;
  }

  public static ItsFiles of(ADraft draft) {
    return new ItsFiles(draft);
  }

  /** Returns the call that asks for the upload of a file as a business license. */
  public ApiCall asking(TestFiles file) {
    return draft
        .call("requestAttachment")
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

  /** Asks for an upload, sends the file and returns the file's id. */
  public String uploaded(TestFiles file) {
    Answer asked = asking(file).expect(201);
    Sent.of(asked.body().path("upload")).bytes(file.bytes()).expect(200);
    return asked.text("/fileId");
  }

  /** Returns a file as the registration shows it now. */
  public Optional<JsonNode> file(String fileId) {
    for (JsonNode file : draft.call("getRegistration").expect(200).body().path("attachments")) {
      if (file.path("fileId").asText().equals(fileId)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /** Waits until a file was checked. Returns the file as the registration then shows it. */
  public JsonNode checked(String fileId) {
    return Eventually.get(
        "the check of a file",
        () -> file(fileId).filter(f -> !f.path("state").asText().equals("PENDING")));
  }
}
