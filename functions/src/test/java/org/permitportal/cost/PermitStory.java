package org.permitportal.cost;

import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.licences.AHolder;
import org.permitportal.permits.APermit;
import org.permitportal.permits.ItsDocuments;

/** Licences and permits, of people and of staff: each operation to its success. */
final class PermitStory {
  private PermitStory() {}

  static void told() {
    licences();
    permits();
  }

  private static void licences() {
    AHolder holder = AHolder.roofing();
    String licence = holder.licence("RC-1", "2099-06-30").path("licenceId").asText();
    holder
        .call("updateLicence")
        .path("licenceId", licence)
        .ifMatch(1)
        .json("number", "RC-2", "expires", "2099-06-30")
        .expect(200);
    String photo = holder.uploaded(TestFiles.PHOTO_JPEG, "photo-id", licence);
    String file = holder.uploaded(TestFiles.PLAIN_PDF, "business-license", licence);
    holder.call("getAccountDocument").path("documentId", file).expect(200);
    holder.by("clerk", "openAccountDocument").path("documentId", photo).expect(200);
    ApiCall.of("listAccountsToVerify").bearer(APermit.clerk()).expect(200);
    holder.by("clerk", "reviewAccount").expect(200);
    holder.call("removeAccountDocument").path("documentId", file).expect(204);
    holder.verified(licence);
    String other = holder.licence("RC-3", "2099-06-30").path("licenceId").asText();
    holder.call("removeLicence").path("licenceId", other).ifMatch(1).expect(204);
    holder.by("clerk", "suspendAccount").json("reason", "So.").expect(200);
    holder.by("clerk", "reinstateAccount").json("reason", "Settled.").expect(200);
  }

  private static void permits() {
    AnAccount account = AnAccount.confirmed();
    String token = account.signedIn().accessToken();
    String withdrawn = APermit.row().imported();
    of("requestLink", token, withdrawn)
        .json("role", "owner", "reason", "It is my house.")
        .expect(201);
    of("withdrawLinkRequest", token, withdrawn).expect(204);
    String permit = APermit.row().with("StatusCurrent", "Corrections Required").imported();
    ApiCall.of("viewPermit").path("permitId", permit).expect(200);
    APermit.link(permit, account);
    ItsDocuments documents = new ItsDocuments(permit, token);
    String document = documents.sent(TestFiles.PLAIN_PDF);
    of("downloadDocument", token, permit).path("documentId", document).expect(200);
    ApiCall.of("getDashboard").bearer(token).expect(200);
    of("openPermit", token, permit).expect(200);
    documents.removing(document).expect(204);
  }

  private static ApiCall of(String operation, String token, String permit) {
    return ApiCall.of(operation).bearer(token).path("permitId", permit);
  }
}
