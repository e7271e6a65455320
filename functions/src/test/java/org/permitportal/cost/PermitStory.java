package org.permitportal.cost;

import java.util.UUID;
import org.permitportal.documents.ItsDocuments;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.licenses.AHolder;
import org.permitportal.permits.APermit;

/**
 * Calls every operation on licenses and permits, as applicants and as staff. Repeats each call
 * until it succeeds.
 */
final class PermitStory {
  private PermitStory() {}

  static void told() {
    licenses();
    permits();
  }

  private static void licenses() {
    AHolder holder = AHolder.roofing();
    String license = holder.license("RC-1", "2099-06-30").path("licenseId").asText();
    holder
        .call("updateLicense")
        .path("licenseId", license)
        .ifMatch(1)
        .json("number", "RC-2", "expires", "2099-06-30")
        .expect(200);
    String photo = holder.uploaded(TestFiles.PHOTO_JPEG, "photo-id", license);
    String file = holder.uploaded(TestFiles.PLAIN_PDF, "business-license", license);
    holder.call("getAccountDocument").path("documentId", file).expect(200);
    holder.by("clerk", "openAccountDocument").path("documentId", photo).expect(200);
    ApiCall.of("listAccountsToVerify").bearer(APermit.clerk()).expect(200);
    holder.by("clerk", "reviewAccount").expect(200);
    holder.call("removeAccountDocument").path("documentId", file).expect(204);
    holder.verified(license);
    String other = holder.license("RC-3", "2099-06-30").path("licenseId").asText();
    holder.call("removeLicense").path("licenseId", other).ifMatch(1).expect(204);
    holder.by("clerk", "suspendAccount").json("reason", "So.").expect(200);
    holder.by("clerk", "reinstateAccount").json("reason", "Settled.").expect(200);
  }

  private static void permits() {
    // The wizard sets up this account, with a license. The cost of a confirmation is measured for
    // such an account.
    AnAccount account =
        AnAccount.named(
            "Company K" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
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
