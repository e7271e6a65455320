package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;

/** Each operation of members is for the roles that the contract names, and for nobody else. */
class RolesJourneyTest {
  private static final List<Contract.Operation> OPERATIONS =
      Contract.operations().values().stream().filter(o -> o.caller().equals("applicant")).toList();

  private static final String SOMETHING = "01JD3PZK7M8Q2V5XW9ABCDEFGH";

  @Test
  void whoMayNotGetsAReasonWhateverElseIsInTheRequest() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    Map<String, String> tokens =
        Map.of(
            "read-only", AColleague.joined(owner, "READ_ONLY").token(),
            "member", AColleague.joined(owner, "MEMBER").token());
    int refused = 0;
    for (Contract.Operation operation : OPERATIONS) {
      for (String role : tokens.keySet()) {
        if (!operation.roles().contains(role)) {
          ApiCall.Answer answer = call(operation).bearer(tokens.get(role)).expect(403);
          assertThat(answer.code())
              .as(operation.id() + " by " + role)
              .isEqualTo(operation.roles().contains("member") ? "READ_ONLY" : "OWNER_ONLY");
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(15);
  }

  @Test
  void whoWasRemovedIsOutOfEveryOperationAtTheNextRequest() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague colleague = AColleague.joined(owner, "OWNER");
    String token = colleague.token();
    ApiCall.of("getAccount").bearer(token).expect(200);
    ApiCall.of("removeMember").bearer(owner).path("memberId", colleague.id(owner)).expect(204);
    for (Contract.Operation operation : OPERATIONS) {
      assertThat(call(operation).bearer(token).expect(401).code())
          .as(operation.id())
          .isEqualTo("SESSION_ENDED");
    }
  }

  @Test
  void whoMayOnlyLookSeesTheAccount() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    String token = AColleague.joined(owner, "READ_ONLY").token();
    assertThat(ApiCall.of("getAccount").bearer(token).expect(200).text("/role"))
        .isEqualTo("READ_ONLY");
    ApiCall.of("getDashboard").bearer(token).expect(200);
  }

  private static ApiCall call(Contract.Operation operation) {
    ApiCall call = ApiCall.of(operation.id());
    operation.parameters().stream()
        .filter(parameter -> parameter.path("in").asText().equals("path"))
        .forEach(parameter -> call.path(parameter.path("name").asText(), SOMETHING));
    return call;
  }
}
