package org.permitportal.licenses;

import java.util.Optional;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;

/** Makes registrations with a file. */
final class DraftWith {
  private DraftWith() {}

  /** Begun, with a file of this kind that was found good. */
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

  /** The same, a roofing contractor's, ready to be confirmed. */
  static ADraft file(String kind, TestFiles file) {
    return begun(kind, file).withCompany().withContact();
  }
}
