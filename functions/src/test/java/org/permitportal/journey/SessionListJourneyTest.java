package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AnAccount.Session;

/** Tests that people can list and end their sessions. */
class SessionListJourneyTest {
  @Test
  void theListShowsSessionsThatGoOnAndWhichIsThisOne() {
    AnAccount account = AnAccount.confirmed();
    Session phone = on(account, "Phone");
    Session desk = on(account, "Desk");
    Session gone = on(account, "Gone");
    ApiCall.of("logout").json("refreshToken", gone.refreshToken()).expect(204);
    ThePortal.clock().pass(Duration.ofSeconds(5));
    ApiCall.of("refreshSession").json("refreshToken", phone.refreshToken()).expect(200);
    ApiCall.Answer list = list(desk).expect(200);
    assertThat(devices(list)).containsExactly("Phone", "Desk");
    assertThat(list.body().at("/sessions/0/current").asBoolean()).isFalse();
    assertThat(list.body().at("/sessions/1/current").asBoolean()).isTrue();
    assertThat(list.text("/sessions/1/since")).matches("\\d{4}-\\d\\d-\\d\\d");
    ThePortal.clock().pass(Duration.ofDays(30));
    assertThat(devices(list(on(account, "Later")).expect(200))).containsExactly("Later");
    ApiCall.of("listSessions").expect(401);
  }

  @Test
  void endingAllButThisOneHoldsAtOnce() {
    AnAccount account = AnAccount.confirmed();
    Session other = on(account, "Other");
    Session mine = on(account, "Mine");
    end(mine, true).expect(204);
    ApiCall.of("getAccount").bearer(other.accessToken()).expect(401);
    ApiCall.of("refreshSession").json("refreshToken", other.refreshToken()).expect(401);
    assertThat(devices(list(mine).expect(200))).containsExactly("Mine");
    ApiCall.of("refreshSession").json("refreshToken", mine.refreshToken()).expect(200);
  }

  @Test
  void endingAllEndsThisOneToo() {
    AnAccount account = AnAccount.confirmed();
    Session other = on(account, "Other");
    Session mine = on(account, "Mine");
    ApiCall.Answer answer = end(mine, false).expect(204);
    assertThat(answer.cookie("__Host-refresh")).isEmpty();
    for (Session session : List.of(other, mine)) {
      ApiCall.of("getAccount").bearer(session.accessToken()).expect(401);
      ApiCall.of("refreshSession").json("refreshToken", session.refreshToken()).expect(401);
    }
    ApiCall.of("signOutEverywhere").json("keepThis", true).expect(401);
    ThePortal.clock().pass(Duration.ofSeconds(2));
    Session again = on(account, "Again");
    assertThat(devices(list(again).expect(200))).containsExactly("Again");
    ApiCall.of("signOutEverywhere").bearer(again.accessToken()).json().expect(400);
  }

  private static Session on(AnAccount account, String device) {
    var session =
        ApiCall.of("login")
            .json(
                "handle",
                account.handle(),
                "password",
                account.password(),
                "delivery",
                "BODY",
                "device",
                device)
            .expect(200);
    return new Session(session.text("/accessToken"), session.text("/refreshToken"));
  }

  private static List<String> devices(ApiCall.Answer list) {
    return list.body().path("sessions").findValuesAsText("device");
  }

  private static ApiCall list(Session session) {
    return ApiCall.of("listSessions").bearer(session.accessToken());
  }

  private static ApiCall end(Session session, boolean keepThis) {
    return ApiCall.of("signOutEverywhere").bearer(session.accessToken()).json("keepThis", keepThis);
  }
}
