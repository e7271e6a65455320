package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ThePortal;

/**
 * Tests that an owner can take over logging in by the company's name from a person who has gone,
 * and that this person can refuse.
 */
class PrincipalClaimJourneyTest {
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void afterAWeekInWhichNobodyRefusedTheOwnerLogsInByTheName() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = anOwnerOfAWeek(account);
    ApiCall.Answer claim = claim(mara.token(), AColleague.PASSWORD).expect(201);
    assertThat(claim.text("/name")).isEqualTo("Mara Rivera");
    ThePortal.mailTo(account.email(), "wants to log in with the name");
    assertThat(people(mara.token()).text("/principalClaim/memberId"))
        .isEqualTo(claim.text("/memberId"));
    ThePortal.clock().pass(WEEK.minusHours(1));
    TheSweep.run();
    byName(account, account.password()).expect(200);
    ThePortal.clock().pass(Duration.ofHours(2));
    TheSweep.run();
    byName(account, AColleague.PASSWORD).expect(200);
    byName(account, account.password()).expect(401);
    ThePortal.mailTo(account.email(), "now logs in with the name");
    String ana = loggedIn(account.email(), account.password()).expect(200).text("/accessToken");
    assertThat(people(ana).body().has("principalClaim")).isFalse();
  }

  @Test
  void whoLogsInByTheNameRefuses() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = anOwnerOfAWeek(account);
    String ana = account.signedIn().accessToken();
    String luis = AColleague.joined(ana, "OWNER").token();
    claim(mara.token(), AColleague.PASSWORD).expect(201);
    assertThat(end(luis).expect(403).code()).isEqualTo("PRINCIPAL_ONLY");
    end(ana).expect(204);
    end(ana).expect(204);
    ThePortal.mailTo(mara.email(), "will not log in with the name");
    ThePortal.clock().pass(WEEK.plusHours(1));
    TheSweep.run();
    byName(account, account.password()).expect(200);
    byName(account, AColleague.PASSWORD).expect(401);
  }

  @Test
  void theClaimantWithdrawsAndMayClaimAgain() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = anOwnerOfAWeek(account);
    String token = mara.token();
    claim(token, AColleague.PASSWORD).expect(201);
    assertThat(claim(token, AColleague.PASSWORD).expect(409).code()).isEqualTo("CLAIM_OPEN");
    end(token).expect(204);
    claim(token, AColleague.PASSWORD).expect(201);
  }

  @Test
  void onlyAnOwnerOfSomeDaysClaimsAndOnlyWithThePassword() {
    AnAccount account = AnAccount.confirmed();
    String ana = account.signedIn().accessToken();
    AColleague mara = AColleague.joined(ana, "OWNER");
    String token = mara.token();
    assertThat(claim(token, "wrong wrong wrong").expect(400).code()).isEqualTo("PASSWORD_WRONG");
    assertThat(claim(token, AColleague.PASSWORD).expect(409).code()).isEqualTo("OWNER_TOO_SHORT");
    assertThat(claim(ana, account.password()).expect(409).code()).isEqualTo("PRINCIPAL_ALREADY");
    String luis = AColleague.joined(ana, "MEMBER").token();
    assertThat(claim(luis, AColleague.PASSWORD).expect(403).code()).isEqualTo("OWNER_ONLY");
  }

  @Test
  void beingMadeAnOwnerBeginsTheDaysAnew() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = anOwnerOfAWeek(account);
    String ana = account.signedIn().accessToken();
    String id = mara.id(ana);
    for (String role : List.of("MEMBER", "OWNER")) {
      ApiCall.of("changeMember")
          .bearer(ana)
          .path("memberId", id)
          .json("role", role, "password", account.password())
          .expect(200);
    }
    assertThat(claim(mara.token(), AColleague.PASSWORD).expect(409).code())
        .isEqualTo("OWNER_TOO_SHORT");
  }

  @Test
  void aHandingOverEndsTheClaim() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = anOwnerOfAWeek(account);
    claim(mara.token(), AColleague.PASSWORD).expect(201);
    String ana = account.signedIn().accessToken();
    AColleague luis = AColleague.joined(ana, "OWNER");
    ApiCall.of("changeMember")
        .bearer(ana)
        .path("memberId", luis.id(ana))
        .json("principal", true, "password", account.password())
        .expect(200);
    assertThat(people(ana).body().has("principalClaim")).isFalse();
  }

  @Test
  void whoIsNoLongerAnOwnerWhenTheWeekEndsGetsNothing() {
    AnAccount account = AnAccount.confirmed();
    AColleague mara = anOwnerOfAWeek(account);
    claim(mara.token(), AColleague.PASSWORD).expect(201);
    String ana = account.signedIn().accessToken();
    ApiCall.of("removeMember")
        .bearer(ana)
        .path("memberId", mara.id(ana))
        .json("password", account.password())
        .expect(204);
    ThePortal.clock().pass(WEEK.plusHours(1));
    TheSweep.run();
    byName(account, account.password()).expect(200);
    assertThat(people(account.signedIn().accessToken()).body().has("principalClaim")).isFalse();
  }

  /** Returns a colleague who has been an owner of the account for a week. */
  private static AColleague anOwnerOfAWeek(AnAccount account) {
    AColleague mara = AColleague.joined(account.signedIn().accessToken(), "OWNER");
    ThePortal.clock().pass(WEEK.plusSeconds(1));
    return mara;
  }

  private static ApiCall claim(String token, String password) {
    return ApiCall.of("claimPrincipal").bearer(token).json("password", password);
  }

  private static ApiCall end(String token) {
    return ApiCall.of("endPrincipalClaim").bearer(token);
  }

  private static ApiCall.Answer people(String token) {
    return ApiCall.of("listMembers").bearer(token).expect(200);
  }

  private static ApiCall byName(AnAccount account, String password) {
    return loggedIn(account.name(), password);
  }

  private static ApiCall loggedIn(String user, String password) {
    return ApiCall.of("login")
        .from(ApiCall.anAddress())
        .json("user", user, "password", password, "delivery", "BODY");
  }
}
