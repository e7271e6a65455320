package org.permitportal.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.cognito.Totp;
import org.permitportal.local.emulators.Mail;
import org.permitportal.platform.Table;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Tests that people can set a new password with the secret question and a mailed code. */
class RecoveryJourneyTest {
  private static final ApplicationContext BEANS = TheBeans.of("LoginFunction");
  private final Recovery caller = Recovery.fresh();

  @Test
  void theNameTheListAndTheEmailAddressAllAskTheSameQuestion() {
    AnAccount account = AnAccount.confirmed();
    for (String user :
        List.of(account.name(), account.name().replace('-', ' ') + ", Inc.", account.email())) {
      assertThat(caller.start(user).expect(200).text("/question/key")).isEqualTo("first-tool");
    }
    ApiCall.Answer listed =
        ApiCall.of("startRecovery")
            .from(caller.from())
            .json("handle", account.handle())
            .expect(200);
    assertThat(listed.text("/question/label/en")).contains("power tool");
    assertThat(listed.text("/question/label/es")).contains("herramienta");
  }

  @Test
  void whoseSignInItIsHasToBeSaidOnce() {
    assertThat(ApiCall.of("startRecovery").json().expect(400).errors())
        .containsExactly("user REQUIRED");
    assertThat(
            ApiCall.of("startRecovery")
                .json("user", "a", "handle", "0".repeat(26))
                .expect(400)
                .errors())
        .containsExactly("user REQUIRED");
  }

  @Test
  void theRightAnswerTheMailedCodeAndANewPasswordLetTheHolderIn() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session before = account.signedIn();
    String recovery = caller.answered(account.email());
    Mail mail = Recovery.mail(account.email(), "code for a new password");
    assertThat(mail.text()).contains("15 minutes").contains("Juniper Falls");
    assertThat(mail.text()).doesNotContain("saw").doesNotContain("http");
    String code = Recovery.code(account.email());
    caller.reset(recovery, code, Recovery.NEW).expect(204);
    assertThat(caller.login(account.name(), account.password()).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
    String access = caller.login(account.name(), Recovery.NEW).expect(200).text("/accessToken");
    ApiCall.of("getAccount").bearer(access).expect(200);
    ApiCall.of("getAccount").bearer(before.accessToken()).expect(401);
    ApiCall.of("refreshSession").json("refreshToken", before.refreshToken()).expect(401);
    Mail told = Recovery.mail(account.email(), "Your password was changed");
    assertThat(told.text()).contains(account.name()).contains("If this was not you");
    assertThat(caller.reset(recovery, code, "other new lanterns").expect(410).code())
        .isEqualTo("RECOVERY_ENDED");
    assertThat(Recovery.mails(account.email(), "Your password was changed")).hasSize(1);
  }

  @Test
  void theMailsAreInTheLanguageOfThePerson() {
    ADraft draft = ADraft.started().withCompany().withContact("language", "es");
    draft.confirmed();
    String recovery = caller.answered(draft.email());
    Mail code = Recovery.mail(draft.email(), "Su código para una nueva contraseña");
    String digits = code.subject().replaceAll("\\D", "");
    assertThat(code.text()).contains("Su código es " + digits).contains("15 minutos");
    caller.reset(recovery, digits, Recovery.NEW).expect(204);
    Mail told = Recovery.mail(draft.email(), "Su contraseña fue cambiada");
    assertThat(told.text()).contains(draft.name()).contains("Si no fue usted");
    Recovery.link(told);
    Recovery stranger = Recovery.fresh();
    String another = stranger.started(draft.name());
    for (int i = 0; i < 5; i++) {
      stranger.answer(another, "wrong").expect(400);
    }
    Mail locked = Recovery.mail(draft.email(), "Respuestas incorrectas");
    ApiCall.of("reportNotMe").json("code", Recovery.link(locked)).expect(200);
    assertThat(Recovery.mail(draft.email(), "Hemos dejado fuera").text()).contains(draft.name());
  }

  @Test
  void whatIsWrongTakesNoMoreCallsThanWhatIsRight() {
    AnAccount account = AnAccount.confirmed();
    caller.recover(account.name(), account.email());
    String recovery = caller.started(account.name());
    assertThat(AwsCalls.of("answerQuestion", () -> caller.answer(recovery, "wrong").expect(400)))
        .containsExactly("DynamoDb UpdateItem", "Cognito AdminGetUser");
    String answered = caller.answer(recovery, Recovery.ANSWER).expect(200).text("/recovery");
    String wrong = Recovery.wrongCode(account.email());
    assertThat(
            AwsCalls.of(
                "resetPassword", () -> caller.reset(answered, wrong, Recovery.NEW).expect(400)))
        .containsExactly("DynamoDb UpdateItem");
  }

  @Test
  void theQuestionAloneOpensNothingAndOnlyTheRightCodeDoes() {
    AnAccount account = AnAccount.confirmed();
    String asked = caller.started(account.name());
    assertThat(caller.reset(asked, "123456", Recovery.NEW).expect(410).code())
        .isEqualTo("RECOVERY_ENDED");
    String recovery = caller.answered(account.name());
    String right = Recovery.code(account.email());
    String wrong = Recovery.wrongCode(account.email());
    for (int i = 0; i < 5; i++) {
      assertThat(caller.reset(recovery, wrong, Recovery.NEW).expect(400).errors())
          .containsExactly("code WRONG");
    }
    ApiCall.Answer locked = caller.reset(recovery, right, Recovery.NEW).expect(429);
    assertThat(Integer.parseInt(locked.header("retry-after"))).isBetween(3500, 3600);
    caller.login(account.name(), account.password()).expect(200);
  }

  @Test
  void aTicketOfAnotherStepOrOfNobodyIsNone() {
    AnAccount account = AnAccount.confirmed();
    String asked = caller.started(account.name());
    String changed =
        asked.substring(0, 40) + (asked.charAt(40) == 'A' ? 'B' : 'A') + asked.substring(41);
    for (String ticket : List.of(changed, "nothing", asked.substring(8))) {
      assertThat(caller.answer(ticket, Recovery.ANSWER).expect(410).code())
          .isEqualTo("RECOVERY_ENDED");
    }
    caller.answer(caller.answered(account.name()), Recovery.ANSWER).expect(410);
    assertThat(caller.answer("???", "").expect(400).errors())
        .containsExactly("answer OUT_OF_RANGE", "recovery INVALID");
  }

  @Test
  void aRecoveryEndsByItself() {
    AnAccount account = AnAccount.confirmed();
    String asked = caller.started(account.name());
    ThePortal.clock().pass(Duration.ofMinutes(30));
    caller.answer(asked, Recovery.ANSWER).expect(410);
    String recovery = caller.answered(account.name());
    ThePortal.clock().pass(Duration.ofMinutes(15));
    caller.reset(recovery, Recovery.code(account.email()), Recovery.NEW).expect(410);
    caller.login(account.name(), account.password()).expect(200);
  }

  @Test
  void anUnfitPasswordIsRefusedWithItsReasonAndCostsNoTry() {
    AnAccount account = AnAccount.confirmed();
    String recovery = caller.answered(account.name());
    String code = Recovery.code(account.email());
    for (String unfit : List.of("short", "password1", account.name() + "!")) {
      assertThat(caller.reset(recovery, code, unfit).expect(400).errors())
          .singleElement()
          .asString()
          .startsWith("password ");
    }
    caller.reset(recovery, code, Recovery.NEW).expect(204);
  }

  @Test
  void theNewestResetEndsAllOtherRecoveries() {
    AnAccount account = AnAccount.confirmed();
    Recovery other = Recovery.fresh();
    String open = other.answered(account.name());
    String code = Recovery.code(account.email());
    caller.recover(account.name(), account.email());
    other.reset(open, code, "other new lanterns").expect(410);
    caller.login(account.name(), Recovery.NEW).expect(200);
  }

  @Test
  void aSecondFactorStays() {
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    CognitoIdentityProviderClient cognito = BEANS.getBean(CognitoIdentityProviderClient.class);
    String access = session.accessToken();
    String secret = cognito.associateSoftwareToken(a -> a.accessToken(access)).secretCode();
    String code = Totp.code(secret, ThePortal.clock().instant());
    cognito.verifySoftwareToken(v -> v.accessToken(access).userCode(code));
    cognito.adminSetUserMFAPreference(
        p ->
            p.userPoolId(ThePortal.stack().physicalId("ContractorsPool"))
                .username(user(session))
                .softwareTokenMfaSettings(s -> s.enabled(true).preferredMfa(true)));
    caller.recover(account.name(), account.email());
    assertThat(caller.login(account.name(), Recovery.NEW).expect(200).text("/asked/ask"))
        .isEqualTo("AUTHENTICATOR_CODE");
  }

  @Test
  void aSuspendedHolderComesToTheLastStepAndNoFurther() {
    AnAccount account = AnAccount.confirmed();
    Table.run(
        BEANS
            .getBean(MembershipStore.class)
            .suspend(user(account.signedIn()), ThePortal.clock().instant()));
    String recovery = caller.answered(account.name());
    assertThat(
            caller.reset(recovery, Recovery.code(account.email()), Recovery.NEW).expect(403).code())
        .isEqualTo("SIGN_IN_CLOSED");
    assertThat(caller.login(account.name(), Recovery.NEW).expect(401).code())
        .isEqualTo("WRONG_CREDENTIALS");
    assertThat(Recovery.mails(account.email(), "Your password was changed")).isEmpty();
  }

  @Test
  void whenTheCodeCannotBeMailedTheAnswerCanBeGivenAgain() {
    AnAccount account = AnAccount.confirmed();
    String asked = caller.started(account.name());
    ThePortal.stack().mailbox().pause(true);
    try {
      caller.answer(asked, Recovery.ANSWER).expect(503);
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    caller.answer(asked, Recovery.ANSWER).expect(200);
  }

  @Test
  void oneCallerBeginsThirtyRecoveriesInAWhile() {
    for (int i = 0; i < 30; i++) {
      caller.started("Nobody " + UUID.randomUUID());
    }
    ApiCall.Answer refused = caller.start("Nobody").expect(429);
    assertThat(Integer.parseInt(refused.header("retry-after"))).isBetween(1, 900);
    Recovery.fresh().started("Nobody");
  }

  static String user(AnAccount.Session session) {
    return session.claims().path("username").asText();
  }
}
