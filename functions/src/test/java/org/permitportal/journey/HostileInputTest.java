package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests that malicious requests are refused like any other wrong request. */
class HostileInputTest {
  @Test
  void anEndlessAddressIsAFieldError() {
    ADraft draft = ADraft.started();
    String address = "a@" + "a.".repeat(2_000) + "example";
    assertThat(draft.company("email", address).expect(400).errors())
        .anyMatch(error -> error.startsWith("email "));
  }

  @Test
  void aThousandUnknownFieldsAreAnsweredShortly() {
    String body =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "\"" + "x".repeat(500) + i + "\":1")
            .collect(Collectors.joining(",", "{", "}"));
    ApiCall.Answer refused = ApiCall.of("login").body(body).expect(400);
    assertThat(refused.errors()).hasSizeBetween(50, 60);
    assertThat(refused.body().toString()).hasSizeLessThan(20_000);
  }

  @Test
  void aSecondPasswordBesideTheFirstIsNoPassword() {
    AnAccount account = AnAccount.confirmed();
    String login = "{\"user\":\"%s\",\"password\":\"%s\",%s\"delivery\":\"BODY\"}";
    String twice = login.formatted(account.email(), "a guess", "\"password\":\"another\",");
    ApiCall.Answer refused = ApiCall.of("login").body(twice).expect(400);
    assertThat(refused.errors()).containsExactly("password REPEATED");
    assertThat(refused.body().toString()).doesNotContain("guess", "another");
    String inside = "{\"agreed\":true,\"termsVersion\":\"2026-01\",\"agreed\":false}";
    assertThat(ApiCall.of("startRegistration").body(inside).expect(400).errors())
        .containsExactly("agreed REPEATED");
  }

  @Test
  void aFormOfAnotherSiteIsNoJson() {
    ApiCall.of("startRegistration")
        .header("content-type", "text/plain")
        .body("{\"agreed\":true,\"termsVersion\":\"2026-01\"}")
        .expect(400);
  }

  @Test
  void aForgedSessionIsARefusalHoweverLongItsParts() {
    for (String own :
        new String[] {"u".repeat(2_900) + "\nx\n1", "u\n" + "x".repeat(1_500) + "\n1", "\nx\n1"}) {
      ApiCall.of("refreshSession").json("refreshToken", sealed(own)).expect(401);
      ApiCall.of("logout").json("refreshToken", sealed(own)).expect(204);
    }
  }

  @Test
  void anotherSpellingOfAUserNameIsNoFreshCount() {
    AStaffMember clerk = AStaffMember.invited("clerk");
    clerk.enrolled();
    String challenge = clerk.login(AStaffMember.PASSWORD).expect(200).text("/asked/challenge");
    String session = challenge.substring(challenge.indexOf('.') + 1);
    int tooMany = 0;
    for (int i = 0; i < 6; i++) {
      char[] name = clerk.email().toCharArray();
      name[i] = Character.toUpperCase(name[i]);
      String forged = sealed("AUTHENTICATOR_CODE\n" + new String(name));
      String challenged = forged.substring(0, forged.indexOf('.') + 1) + session;
      ApiCall.Answer answer =
          AStaffMember.answering().json("challenge", challenged, "code", "000000").send();
      tooMany += answer.status() == 429 ? 1 : 0;
    }
    assertThat(tooMany).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aCodesMailSaysNothingThatAStrangerTyped() {
    ADraft draft = ADraft.complete();
    draft.call("sendCode").expect(200);
    assertThat(ThePortal.mailTo(draft.email()).text()).doesNotContain(draft.name());
  }

  private static String sealed(String own) {
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(own.getBytes(StandardCharsets.UTF_8))
        + ".abc";
  }
}
