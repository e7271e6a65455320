package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.AccountStore;
import org.permitportal.contract.Yaml;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.users.Email;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Interrupts the wizard's operations at each AWS call. Names, accounts, users and files stay
 * consistent.
 */
class RegistrationCrashTest {
  private static final Duration LONGER_THAN_A_DRAFT = Duration.ofDays(7).plusHours(2);
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("SweepRegistrationsFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  /** Saves step 1. Sends it again after a failure. */
  private record SavingCompany(ADraft draft) implements Run {
    @Override
    public void act() {
      draft.company().send();
    }

    @Override
    public void again() {
      draft.reloaded().withCompany().withContact().confirmed();
      assertWhole(draft, null);
    }

    @Override
    public void left() {
      expireAndSweep();
      assertGone(draft, null);
    }
  }

  /** Confirms a registration with a file. */
  private record Confirming(ADraft draft, String fileId, String code) implements Run {
    static Confirming fresh() {
      ADraft draft = ADraft.complete();
      String fileId = ItsFiles.of(draft).uploaded(TestFiles.PLAIN_PDF);
      ItsFiles.of(draft).checked(fileId);
      return new Confirming(draft, fileId, draft.code());
    }

    @Override
    public void act() {
      draft.confirmation(code).send();
    }

    @Override
    public void again() {
      String number = draft.confirmation(code).expect(200).text("/accountNumber");
      assertThat(draft.confirmation(code).expect(200).text("/accountNumber")).isEqualTo(number);
      assertWhole(draft, fileId);
    }

    @Override
    public void left() {
      expireAndSweep();
      if (registration(draft).state() == RegistrationState.CONFIRMED) {
        assertWhole(draft, fileId);
      } else {
        assertGone(draft, fileId);
      }
    }
  }

  /** Sweeps an expired registration, like the scheduled function. */
  private record Sweeping(ADraft draft, String fileId) implements Run {
    static Sweeping fresh() {
      ADraft draft = ADraft.complete();
      String fileId = ItsFiles.of(draft).uploaded(TestFiles.PLAIN_PDF);
      ItsFiles.of(draft).checked(fileId);
      ThePortal.clock().pass(LONGER_THAN_A_DRAFT);
      return new Sweeping(draft, fileId);
    }

    @Override
    public void act() {
      try {
        invoke();
      } catch (FunctionError _) {
        // This is the planned failure. Lambda reports only that the run failed.
      }
    }

    @Override
    public void again() {
      sweep();
      assertGone(draft, fileId);
      sweep();
      assertGone(draft, fileId);
    }

    @Override
    public void left() {
      ThePortal.clock().pass(Duration.ofDays(2));
      sweep();
      assertGone(draft, fileId);
    }
  }

  @Test
  void stepOneBreakingOffAnywhereLeavesNothingHalfMade() {
    assertThat(CrashPoints.of("SaveCompanyFunction", () -> new SavingCompany(ADraft.started())))
        .hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void aConfirmationBreakingOffAnywhereMakesAnAccountOrNone() {
    assertThat(CrashPoints.of("ConfirmRegistrationFunction", Confirming::fresh))
        .hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void aSweepBreakingOffAnywhereIsMadeGoodByTheNext() {
    sweep(); // What other tests have left.
    int days = 33; // One query for each day that it looks back on.
    assertThat(CrashPoints.of("SweepRegistrationsFunction", days, Sweeping::fresh))
        .hasSizeGreaterThanOrEqualTo(days + 7);
  }

  private static void assertWhole(ADraft draft, String fileId) {
    ApiCall.of("login")
        .from(ApiCall.anAddress())
        .json("user", draft.name(), "password", ADraft.PASSWORD, "delivery", "BODY")
        .expect(200);
    ApiCall.of("login")
        .from(ApiCall.anAddress())
        .json("user", draft.email(), "password", ADraft.PASSWORD, "delivery", "BODY")
        .expect(200);
    assertThat(nameOf(draft)).isEqualTo("TAKEN");
    if (fileId != null) {
      assertThat(stored(draft, fileId)).isTrue();
    }
  }

  private static void assertGone(ADraft draft, String fileId) {
    assertThat(registration(draft).state()).isEqualTo(RegistrationState.SWEPT);
    assertThat(nameOf(draft)).isEqualTo("FREE");
    assertThat(beans.getBean(AccountStore.class).holder(Email.find(draft.email()).orElseThrow()))
        .isEmpty();
    String pool = beans.getRequiredProperty("contractors.pool", String.class);
    CognitoIdentityProviderClient cognito = beans.getBean(CognitoIdentityProviderClient.class);
    assertThatThrownBy(
            () ->
                cognito.adminGetUser(
                    u -> u.userPoolId(pool).username(registration(draft).userId())))
        .isInstanceOf(UserNotFoundException.class);
    if (fileId != null) {
      assertThat(stored(draft, fileId)).isFalse();
    }
  }

  private static Registration registration(ADraft draft) {
    return beans.getBean(RegistrationStore.class).load(draft.id());
  }

  private static String nameOf(ADraft draft) {
    return ADraft.started()
        .call("checkName")
        .query("name", draft.name())
        .expect(200)
        .text("/state");
  }

  private static boolean stored(ADraft draft, String fileId) {
    String bucket = beans.getRequiredProperty("documents.bucket", String.class);
    try {
      beans
          .getBean(S3Client.class)
          .headObject(h -> h.bucket(bucket).key("draft/" + draft.id() + "/" + fileId));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }

  private static void expireAndSweep() {
    ThePortal.clock().pass(LONGER_THAN_A_DRAFT);
    sweep();
  }

  private static void sweep() {
    try {
      invoke();
    } catch (FunctionError e) {
      throw new AssertionError(e);
    }
  }

  private static void invoke() throws FunctionError {
    try {
      ThePortal.stack()
          .invoke(
              "SweepRegistrationsFunction",
              new ObjectMapper()
                  .readTree(Files.readString(Yaml.ROOT.resolve("events/sweepRegistrations.json"))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
