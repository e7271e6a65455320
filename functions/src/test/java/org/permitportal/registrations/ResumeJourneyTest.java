package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ThePortal;

/** Tests that people can continue a registration on another device. */
class ResumeJourneyTest {
  @Test
  void theMailedLinkGivesAnotherDeviceATokenOfItsOwn() {
    ADraft draft = ADraft.started().withCompany();
    ApiCall.Answer mailed = draft.call("mailResumeLink").expect(200);
    assertThat(mailed.text("/email")).isEqualTo(draft.email());
    String code = AColleague.codeMailedTo(draft.email());
    assertThat(ThePortal.mailTo(draft.email()).text())
        .contains("/resume#code=" + code, "24 hours")
        .doesNotContain(draft.token());
    ApiCall.Answer resumed = resume(code).expect(200);
    String token = resumed.text("/token");
    assertThat(token)
        .isNotEqualTo(draft.token())
        .isEqualTo(resumed.cookie("__Host-draft-" + draft.id()));
    assertThat(resumed.text("/draftId")).isEqualTo(draft.id());
    assertThat(resumed.text("/nextStep")).isEqualTo("CONTACT");
    assertThat(resumed.version()).isEqualTo(draft.version());
    ApiCall.of("getRegistration").draft(draft.id(), token).expect(200);
    draft.withContact();
    assertThat(ADraft.started().call("getRegistration").expect(200).status()).isEqualTo(200);
    ApiCall.of("getRegistration").draft(ADraft.started().id(), token).expect(404);
    draft.confirmed();
    assertThat(ApiCall.of("mailResumeLink").draft(draft.id(), token).expect(410).code())
        .isEqualTo("REGISTRATION_CONFIRMED");
  }

  @Test
  void aLinkIsGoodOnceForADayAndForTheAddressItWentTo() {
    ADraft draft = ADraft.started().withCompany();
    String used = link(draft);
    resume(used).expect(200);
    String stale = link(draft);
    draft.withCompany("email", "other-" + draft.email());
    String expired = link(draft, "other-" + draft.email());
    assertThat(resume(stale).expect(410).code()).isEqualTo("RESUME_LINK_ENDED");
    ThePortal.clock().pass(Duration.ofDays(1));
    for (String code : List.of(used, expired, "x".repeat(43))) {
      assertThat(resume(code).expect(410).code()).isEqualTo("RESUME_LINK_ENDED");
    }
    resume("short").expect(400);
  }

  @Test
  void aLinkOfARegistrationThatHasEndedSaysSo() {
    ADraft draft = ADraft.complete();
    String code = link(draft);
    draft.confirmed();
    assertThat(resume(code).expect(410).code()).isEqualTo("REGISTRATION_CONFIRMED");
  }

  @Test
  void withoutAnAddressOrItsTokenNothingIsMailedAndNotManyMailsAre() {
    ADraft draft = ADraft.started();
    ApiCall.Answer refused = draft.call("mailResumeLink").expect(409);
    assertThat(refused.text("/nextStep")).isEqualTo("COMPANY");
    ApiCall.of("mailResumeLink").draft(draft.id(), "x".repeat(43)).expect(404);
    draft.withCompany();
    for (int i = 0; i < 5; i++) {
      draft.call("mailResumeLink").expect(200);
    }
    draft.call("mailResumeLink").expect(429);
    assertThat(ThePortal.stack().mailbox().mailsTo(draft.email())).hasSize(5);
  }

  private static String link(ADraft draft) {
    return link(draft, draft.email());
  }

  private static String link(ADraft draft, String email) {
    draft.call("mailResumeLink").expect(200);
    return AColleague.codeMailedTo(email);
  }

  private static ApiCall resume(String code) {
    return ApiCall.of("resumeRegistration").json("code", code);
  }
}
