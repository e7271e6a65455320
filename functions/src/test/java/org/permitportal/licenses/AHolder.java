package org.permitportal.licenses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.Sent;

/**
 * A person who is signed in to their own account.
 *
 * @param token the access token
 */
public record AHolder(String accountId, String name, String email, String token) {

  /** Confirms a draft and returns the signed-in owner of the new account. */
  static AHolder of(ADraft draft) {
    draft.confirmed();
    String token = token(draft.email());
    JsonNode account = ApiCall.of("getAccount").bearer(token).expect(200).body();
    return new AHolder(
        account.path("accountId").asText(), account.path("name").asText(), draft.email(), token);
  }

  /** Returns the same person after a new sign-in. */
  AHolder signedInAgain() {
    return new AHolder(accountId, name, email, token(email));
  }

  private static String token(String email) {
    return ApiCall.of("login")
        .json("user", email, "password", ADraft.PASSWORD, "delivery", "BODY")
        .expect(200)
        .text("/accessToken");
  }

  /** Returns a roofing contractor who has given no license. */
  public static AHolder roofing() {
    return of(ADraft.complete());
  }

  public ApiCall call(String operationId) {
    return ApiCall.of(operationId).bearer(token);
  }

  /** Returns a call of an operation on this account by a member of staff with this role. */
  public ApiCall by(String role, String operationId) {
    return ApiCall.of(operationId).bearer(AStaffMember.token(role)).path("accountId", accountId);
  }

  ApiCall adding(Object... fields) {
    return call("addLicense").json(fields);
  }

  /** Adds a license that expires on this day, and returns it. */
  public JsonNode license(String number, String expires) {
    return adding("kind", "LICENSE", "number", number, "expires", expires).expect(201).body();
  }

  public JsonNode list() {
    return call("listLicenses").expect(200).body();
  }

  JsonNode license(String id) {
    return one(list().path("licenses"), "licenseId", id).orElseThrow();
  }

  Optional<JsonNode> document(String id) {
    return one(list().path("documents"), "documentId", id);
  }

  /** Returns the account's only license of this kind. */
  JsonNode ofKind(String kind) {
    return one(list().path("licenses"), "kind", kind).orElseThrow();
  }

  ApiCall asking(TestFiles file, String kind, String licenseId) {
    return call("requestAccountDocument")
        .json(
            "kind",
            kind,
            "licenseId",
            licenseId,
            "name",
            file.fileName(),
            "type",
            file.mediaType(),
            "bytes",
            file.length(),
            "sha256",
            file.sha256());
  }

  /** Sends a file and waits for its check. Returns the document's id. */
  public String uploaded(TestFiles file, String kind, String licenseId) {
    JsonNode asked = asking(file, kind, licenseId).expect(201).body();
    Sent.of(asked.path("upload")).bytes(file.bytes()).expect(200);
    String id = asked.path("documentId").asText();
    Eventually.get(
        "the check of a document",
        () -> document(id).filter(d -> !d.path("state").asText().equals("PENDING")));
    return id;
  }

  ApiCall deciding(String licenseId, long version) {
    return by("clerk", "decideLicense").path("licenseId", licenseId).ifMatch(version);
  }

  /** Lets a clerk verify the present version of a license. */
  public void verified(String licenseId) {
    deciding(licenseId, license(licenseId).path("version").asLong())
        .json("decision", "VERIFY")
        .expect(200);
  }

  private static Optional<JsonNode> one(JsonNode list, String field, String value) {
    for (JsonNode member : list) {
      if (member.path(field).asText().equals(value)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }
}
