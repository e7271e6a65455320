package org.permitportal.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.permitportal.crash.Trouble.Kind;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.TheBeans;
import org.permitportal.localstack.AtOnce;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Secret;

/**
 * Tests requests while an AWS service is busy, broken, slow or down. The answer says so and says
 * when to try again. Nothing was changed, and the same request works after the outage.
 */
class OutageJourneyTest {
  /**
   * The largest number of attempts of one call. The SDK tries three times, and the JDK repeats each
   * DELETE after a closed connection. The request makes only this call to the service.
   */
  private static final int ATTEMPTS = 2 * 3;

  private static AnAccount account;
  private static String token;

  @BeforeAll
  static void somebodyIsSignedIn() {
    account = AnAccount.confirmed();
    token = account.signedIn().accessToken();
  }

  /**
   * A request that needs the service, and the request's answer without an outage. Each outage gets
   * a new request.
   */
  private enum Need {
    DASHBOARD("GetDashboardFunction", "DynamoDb", 200) {
      @Override
      ApiCall request() {
        return ApiCall.of("getDashboard").bearer(token);
      }
    },
    STEP_ONE("SaveCompanyFunction", "DynamoDb", 200) {
      @Override
      ApiCall request() {
        return ADraft.started().company();
      }
    },
    STEP_ONE_OF_A_USER("SaveCompanyFunction", "CognitoIdentityProvider", 200) {
      @Override
      ApiCall request() {
        return ADraft.started().company();
      }
    },
    LOGIN("LoginFunction", "CognitoIdentityProvider", 200) {
      @Override
      ApiCall request() {
        return ApiCall.of("login")
            .from(ApiCall.anAddress())
            .json("user", account.email(), "password", account.password(), "delivery", "BODY");
      }
    },
    CODE("SendCodeFunction", "SesV2", 200) {
      @Override
      ApiCall request() {
        return ADraft.complete().call("sendCode");
      }
    },
    REMOVAL("RemoveAttachmentFunction", "S3", 204) {
      @Override
      ApiCall request() {
        ADraft draft = ADraft.complete();
        String file = ItsFiles.of(draft).uploaded(TestFiles.PLAIN_PDF);
        ItsFiles.of(draft).checked(file);
        return draft.call("removeAttachment").path("fileId", file);
      }
    };

    private final String function;
    private final String service;
    private final int inPeace;

    Need(String function, String service, int inPeace) {
      this.function = function;
      this.service = service;
      this.inPeace = inPeace;
    }

    abstract ApiCall request();

    void isToldToTryAgainAndCan(Kind kind, ApiCall request) {
      try (Trouble trouble = Trouble.of(function, service, kind)) {
        ApiCall.Answer answer = request.expect(503);
        assertThat(answer.code()).isEqualTo("TEMPORARILY_UNAVAILABLE");
        assertThat(answer.header("retry-after")).isEqualTo(Long.toString(Outage.RETRY.toSeconds()));
        assertThat(trouble.attempts()).as("attempts").isBetween(1, ATTEMPTS);
      }
      request.expect(inPeace);
    }
  }

  static Stream<Arguments> quickTroubles() {
    return Stream.of(Need.values())
        .flatMap(
            need ->
                Stream.of(Kind.THROTTLES, Kind.FAILS, Kind.HANGS_UP)
                    .map(kind -> Arguments.of(need, kind)));
  }

  @ParameterizedTest
  @MethodSource("quickTroubles")
  void aServiceThatThrottlesFailsOrHangsUpIsAskedAFewTimesAndChangesNothing(Need need, Kind kind) {
    need.isToldToTryAgainAndCan(kind, need.request());
  }

  /**
   * All requests run at the same time, because each takes the longest time that a request waits for
   * a service.
   */
  @Test
  void aServiceThatHangsIsNotWaitedForLongerThanTheFunctionLives() throws Exception {
    List<Callable<Void>> waiting = new ArrayList<>();
    for (Need need : EnumSet.complementOf(EnumSet.of(Need.STEP_ONE))) {
      ApiCall request = need.request();
      waiting.add(
          () -> {
            need.isToldToTryAgainAndCan(Kind.HANGS, request);
            return null;
          });
    }
    AtOnce.run(waiting);
  }

  /** Each container reads the secret once, so this test needs its own container. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aSecretThatCanNotBeReadIsAnOutageAndIsReadWhenItIsOver(Kind kind) throws Exception {
    try (ApplicationContext beans = TheBeans.of("InviteMemberFunction")) {
      Secret secret = beans.getBean(Secret.class);
      try (Trouble trouble = Trouble.of("InviteMemberFunction", "SecretsManager", kind)) {
        assertThatThrownBy(() -> asFunction(() -> secret.hmac("test", "text")))
            .cause()
            .matches(Outage::caused);
        assertThat(trouble.attempts()).isBetween(1, ATTEMPTS);
      }
      assertThat(asFunction(() -> secret.hmac("test", "text"))).isNotEmpty();
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(Kind.THROTTLES, Kind.FAILS, Kind.HANGS_UP);
  }

  /** Runs a task on a thread with the function's name, like a function's own thread. */
  private static String asFunction(Callable<String> what) throws Exception {
    FutureTask<String> task = new FutureTask<>(what);
    Thread.ofVirtual().name("InviteMemberFunction").start(task);
    return task.get();
  }
}
