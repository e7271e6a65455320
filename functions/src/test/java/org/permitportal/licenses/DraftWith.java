package org.permitportal.licenses;

import java.util.Optional;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;

/** Makes draft registrations with an attached file. */
final class DraftWith {
  private DraftWith() {}

  /** Returns a new draft with a checked file of this kind. */
  static ADraft begun(String kind, TestFiles file) {
    ADraft draft = ADraft.started();
    ApiCall.Answer asked =
        draft
            .call("requestAttachment")
            .json(
                "kind",
                kind,
                "name",
                file.fileName(),
                "type",
                file.mediaType(),
                "bytes",
                file.length(),
                "sha256",
                file.sha256())
            .expect(201);
    Sent.of(asked.body().path("upload")).bytes(file.bytes()).expect(200);
    Eventually.get(
        "the check of a file",
        () ->
            Optional.of(draft.call("getRegistration").expect(200).body())
                .filter(r -> !r.path("filesPending").asBoolean()));
    return draft;
  }

  /**
   * Returns the draft of a roofing contractor with a checked file of this kind. Its steps are
   * complete.
   */
  static ADraft file(String kind, TestFiles file) {
    return begun(kind, file).withCompany().withContact();
  }
}
