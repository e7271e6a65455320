package org.permitportal.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.permitportal.contract.Contract;
import org.permitportal.contract.Contract.Operation;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AStaffMember;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Forged;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.ThePool;
import org.permitportal.journey.ThePortal;
import org.permitportal.permits.APermit;

/** Makes the calls of one caller of each kind. Also reads the data of the owner's account. */
final class Callers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<Who, String> tokens = new EnumMap<>(Who.class);
  private final Map<Who, ADraft> drafts = new EnumMap<>(Who.class);
  private final Map<String, String> ids = new HashMap<>();
  private final String permitDocument;

  Callers() {
    drafts.put(Who.EXPIRED_DRAFT, ADraft.started());
    tokens.put(Who.EXPIRED, AnAccount.confirmed().signedIn().accessToken());
    tokens.put(Who.STAFF_EXPIRED, AStaffMember.token("clerk"));
    ThePortal.clock().pass(Duration.ofDays(8));

    drafts.put(Who.OTHER_DRAFT, ADraft.complete());
    ADraft draft = ADraft.complete();
    drafts.put(Who.OWN_DRAFT, draft);
    ids.put("fileId", ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201).text("/fileId"));
    for (Who staff : List.of(Who.INSPECTOR, Who.REVIEWER, Who.CLERK, Who.ADMIN)) {
      tokens.put(staff, AStaffMember.token(staff.role()));
    }
    AStaffMember clerk = AStaffMember.invited("clerk");
    tokens.put(Who.STAFF_ID_TOKEN, ThePool.idToken(clerk, clerk.enrolled()));
    tokens.put(
        Who.STAFF_TAMPERED,
        Forged.claims(
            tokens.get(Who.INSPECTOR), claims -> claims.replace("\"inspector\"", "\"clerk\"")));

    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    tokens.put(Who.OWNER, owner);
    tokens.put(Who.ID_TOKEN, ThePool.idToken(account));
    tokens.put(
        Who.TAMPERED,
        Forged.claims(owner, claims -> claims.replace("\"username\":\"", "\"username\":\"X")));
    tokens.put(Who.OTHER_COMPANY, AnAccount.confirmed().signedIn().accessToken());
    tokens.put(Who.READ_ONLY, AColleague.joined(owner, "READ_ONLY").token());
    AColleague member = AColleague.joined(owner, "MEMBER");
    tokens.put(Who.MEMBER, member.token());
    ids.put("memberId", member.id(owner));
    ids.put("invitationId", AColleague.invited(owner, "MEMBER").invitationId());
    AColleague removed = AColleague.joined(owner, "OWNER");
    tokens.put(Who.REMOVED, removed.token());
    ApiCall.of("removeMember")
        .bearer(owner)
        .path("memberId", removed.id(owner))
        .json("password", AnAccount.PASSWORD)
        .expect(204);
    tokens.put(Who.SUSPENDED, suspended());

    ids.put("accountId", id("getAccount", "/accountId"));
    ids.put("licenseId", id("listLicenses", "/licenses/0/licenseId"));
    ids.put("documentId", by(Who.OWNER, "requestAccountDocument").expect(201).text("/documentId"));
    ids.put("permitId", APermit.row().imported());
    APermit.link(ids.get("permitId"), account);
    permitDocument = by(Who.OWNER, "requestUpload").expect(201).text("/documentId");
  }

  /**
   * Returns a well-formed call by a caller. It is about the owner's account, or about the caller's
   * own draft.
   */
  ApiCall by(Who who, Operation operation) {
    ApiCall call = SampleCall.of(operation);
    switch (who.shows()) {
      case NOTHING -> {}
      case DRAFT_TOKEN -> call.header("x-draft-token", drafts.get(who).token());
      case CONTRACTORS_TOKEN, STAFF_TOKEN -> call.bearer(tokens.get(who));
    }
    ADraft draft = drafts.get(who == Who.EXPIRED_DRAFT ? who : Who.OWN_DRAFT);
    call.path("draftId", draft.id());
    if (operation.path().startsWith("/v1/permits/") && permitDocument != null) {
      call.path("documentId", permitDocument);
    }
    ids.forEach(call::path);
    return call;
  }

  private ApiCall by(Who who, String operationId) {
    return by(who, Contract.operations().get(operationId));
  }

  /** Returns the data that a refused call must not change. */
  JsonNode state() {
    ObjectNode state = JSON.createObjectNode();
    for (String operation :
        List.of("getAccount", "listMembers", "listLicenses", "openPermit", "listSessions")) {
      state.set(operation, by(Who.OWNER, operation).expect(200).body());
    }
    state.set("getRegistration", by(Who.OWN_DRAFT, "getRegistration").expect(200).body());
    return state;
  }

  private String id(String operation, String pointer) {
    return by(Who.OWNER, operation).expect(200).text(pointer);
  }

  private String suspended() {
    String token = AnAccount.confirmed().signedIn().accessToken();
    ApiCall.of("suspendAccount")
        .bearer(tokens.get(Who.CLERK))
        .path("accountId", ApiCall.of("getAccount").bearer(token).expect(200).text("/accountId"))
        .json("reason", "The license was revoked.")
        .expect(200);
    return token;
  }
}
