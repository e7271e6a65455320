package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.Account;
import org.permitportal.accounts.AccountStore;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.MembershipStore;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Item;
import org.permitportal.platform.Mail;
import org.permitportal.platform.MailTemplates;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

/** Tests that the mailed code turns a registration into an account, through the local API. */
class ConfirmationJourneyTest {
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("ConfirmRegistrationFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void theRightCodeMakesAnAccountThatCanBeUsedAtOnce() {
    ADraft draft = ADraft.complete();
    assertThat(enabled(draft)).isFalse();
    JsonNode account = draft.confirmed();
    assertThat(account.path("accountNumber").asText()).matches("AEC[1-9]\\d{2,}");
    assertThat(account.path("name").asText()).isEqualTo(draft.name());
    assertThat(account.path("status").asText()).isEqualTo("ACTIVE");
    assertThat(account.path("handle").asText())
        .hasSize(26)
        .isNotEqualTo(registration(draft).userId())
        .isNotEqualTo(registration(draft).accountId());
    assertThat(enabled(draft)).isTrue();
    Account stored =
        beans.getBean(AccountStore.class).find(registration(draft).accountId()).orElseThrow();
    assertThat(stored.email()).isEqualTo(draft.email());
    assertThat(stored.contact().fullName()).isEqualTo("Ana Rivera");
    assertThat(stored.termsVersion()).isNotBlank();
    assertThat(beans.getBean(CompanyDirectory.class).principalOf(draft.name() + " LLC"))
        .contains(registration(draft).userId());
    assertThat(beans.getBean(CompanyDirectory.class).principalOf(draft.email()))
        .contains(registration(draft).userId());
    assertThat(
            beans
                .getBean(CompanyDirectory.class)
                .principalOfHandle(account.path("handle").asText()))
        .contains(registration(draft).userId());
    assertThat(beans.getBean(MembershipStore.class).find(registration(draft).userId()))
        .hasValueSatisfying(m -> assertThat(m.accountId()).isEqualTo(stored.accountId()));
    Item welcome = table("notices").get("OUTBOX#" + stored.accountId(), "NOTICE").orElseThrow();
    assertThat(welcome.text("event")).isEqualTo("welcome");
    assertThat(welcome.textMap("values")).containsEntry("number", stored.number());
  }

  @Test
  void theCodeIsMailedInThePersonsLanguage() {
    ADraft draft = ADraft.started().withCompany().withContact("language", "es");
    ApiCall.Answer sent = draft.call("sendCode").expect(200);
    assertThat(sent.text("/email")).isEqualTo(draft.email());
    assertThat(ThePortal.mailTo(draft.email()).text()).contains("Su código es ");
    assertThat(sent.body().toString()).doesNotContain(ThePortal.codeMailedTo(draft.email()));
  }

  @Test
  void repeatedWithAnyCodeItAnswersWithTheSameAccount() {
    ADraft draft = ADraft.complete();
    JsonNode account = draft.confirmed();
    assertThat(draft.confirmation("000000").expect(200).body()).isEqualTo(account);
    assertThat(draft.call("getRegistration").expect(410).code())
        .isEqualTo("REGISTRATION_CONFIRMED");
    draft.call("sendCode").expect(410);
    draft.contact().expect(410);
    draft.company().expect(410);
  }

  @Test
  void confirmedTwiceAtOnceItIsStillOneAccount() throws Exception {
    ADraft draft = ADraft.complete();
    String code = draft.code();
    CyclicBarrier barrier = new CyclicBarrier(4);
    Set<JsonNode> accounts = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<ApiCall.Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Callable<ApiCall.Answer> confirm =
            () -> {
              barrier.await();
              return draft.confirmation(code).send();
            };
        answers.add(threads.submit(confirm));
      }
      for (Future<ApiCall.Answer> answer : answers) {
        assertThat(answer.get().status()).as(answer.get().body().toString()).isEqualTo(200);
        accounts.add(answer.get().body());
      }
    }
    assertThat(accounts).hasSize(1);
  }

  @Test
  void wrongCodesAreCountedAndANewOneVoidsTheLast() {
    ADraft draft = ADraft.complete();
    assertThat(draft.confirmation("123456").expect(409).code()).isEqualTo("CODE_EXPIRED");
    String first = draft.code();
    for (int i = 0; i < 5; i++) {
      ApiCall.Answer wrong = draft.confirmation(other(first)).expect(400);
      assertThat(wrong.code()).isEqualTo("CODE_WRONG");
      assertThat(wrong.errors()).containsExactly("code WRONG");
    }
    ApiCall.Answer usedUp = draft.confirmation(first).expect(429);
    assertThat(usedUp.code()).isEqualTo("CODE_USED_UP");
    assertThat(Integer.parseInt(usedUp.header("retry-after"))).isBetween(1, 900);
    ThePortal.clock().pass(Duration.ofSeconds(31));
    String second = draft.code();
    if (!second.equals(first)) {
      draft.confirmation(first).expect(400);
    }
    draft.confirmation(second).expect(200);
  }

  @Test
  void aCodeEndsAfterItsMinutesAndWithTheAddressItWasMailedTo() {
    ADraft draft = ADraft.complete();
    String code = draft.code();
    ThePortal.clock().pass(Duration.ofMinutes(16));
    assertThat(draft.confirmation(code).expect(409).code()).isEqualTo("CODE_EXPIRED");
    String next = draft.code();
    draft.withCompany("email", "other." + draft.email());
    assertThat(draft.confirmation(next).expect(400).code()).isEqualTo("CODE_WRONG");
  }

  @Test
  void whatIsNoCodeOrAnOldVersionIsRefused() {
    ADraft draft = ADraft.complete();
    String code = draft.code();
    assertThat(draft.confirmation("12 456").expect(400).errors()).containsExactly("code INVALID");
    assertThat(draft.call("confirmRegistration").expect(400).errors())
        .containsExactlyInAnyOrder("If-Match REQUIRED", "code REQUIRED");
    draft.call("confirmRegistration").ifMatch(draft.version() - 1).json("code", code).expect(412);
    draft.confirmation(code).expect(200);
  }

  @Test
  void whatIsMissingComesFirst() {
    ADraft draft = ADraft.started().withCompany();
    ApiCall.Answer refused = draft.confirmation("123456").expect(409);
    assertThat(refused.code()).isEqualTo("STEP_MISSING");
    assertThat(refused.text("/nextStep")).isEqualTo("CONTACT");
    assertThat(draft.call("sendCode").expect(409).text("/nextStep")).isEqualTo("CONTACT");
  }

  @Test
  void codesAreNotMailedFasterThanTheyCanCome() {
    ADraft draft = ADraft.complete();
    draft.call("sendCode").expect(200);
    ApiCall.Answer soon = draft.call("sendCode").expect(429);
    assertThat(Integer.parseInt(soon.header("retry-after"))).isBetween(1, 30);
    for (int i = 0; i < 4; i++) {
      ThePortal.clock().pass(Duration.ofSeconds(31));
      draft.call("sendCode").expect(200);
    }
    ThePortal.clock().pass(Duration.ofSeconds(31));
    ApiCall.Answer tooMany = draft.call("sendCode").expect(429);
    assertThat(tooMany.code()).isEqualTo("TOO_MANY_TRIES");
    assertThat(Integer.parseInt(tooMany.header("retry-after"))).isGreaterThan(60);
  }

  @Test
  void whenTheMailCannotBeSentTheCodeIsVoidAndAnotherCanBeAskedForAtOnce() {
    ADraft draft = ADraft.complete();
    ThePortal.stack().mailbox().pause(true);
    try {
      assertThat(draft.call("sendCode").expect(503).code()).isEqualTo("TEMPORARILY_UNAVAILABLE");
    } finally {
      ThePortal.stack().mailbox().pause(false);
    }
    assertThat(draft.confirmation("123456").expect(409).code()).isEqualTo("CODE_EXPIRED");
    draft.confirmed();
  }

  @Test
  void aKnownAddressLooksTheSameOnScreenAndTheMailTells() {
    ADraft known = ADraft.complete();
    known.confirmed();
    ADraft again =
        ADraft.started().withCompany("email", known.email().toUpperCase(java.util.Locale.ROOT));
    again.withContact();
    ApiCall.Answer sent = again.call("sendCode").expect(200);
    assertThat(sent.body().properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder("email", "expiresAt", "resendAt");
    var mail = ThePortal.mailTo(known.email());
    assertThat(mail.subject()).contains("already have an account");
    assertThat(mail.text()).doesNotContainPattern("\\b\\d{6}\\b");
    assertThat(again.confirmation("123456").expect(400).code()).isEqualTo("CODE_WRONG");
  }

  @Test
  void aKnownAddressCostsTheSameCalls() {
    ADraft known = ADraft.complete();
    known.confirmed();
    ADraft again = ADraft.started().withCompany("email", known.email()).withContact();
    ADraft fresh = ADraft.complete();
    List<String> forKnown = AwsCalls.of("sendCode", () -> again.call("sendCode").expect(200));
    List<String> forFresh = AwsCalls.of("sendCode", () -> fresh.call("sendCode").expect(200));
    assertThat(forKnown).isEqualTo(forFresh).contains("SesV2 SendEmail");
    assertThat(AwsCalls.of("saveCompany", () -> again.company("email", known.email()).send()))
        .isEqualTo(AwsCalls.of("saveCompany", () -> fresh.company().send()));
  }

  @Test
  void theFirstToProveAnAddressHasIt() {
    ADraft first = ADraft.complete();
    ADraft second = ADraft.started().withCompany("email", first.email()).withContact();
    String codeOfFirst = first.code();
    second.call("sendCode").expect(200);
    String codeOfSecond = ThePortal.codeMailedTo(first.email());
    first.confirmation(codeOfFirst).expect(200);
    assertThat(second.confirmation(codeOfSecond).expect(409).code()).isEqualTo("EMAIL_TAKEN");
    assertThat(enabled(second)).isFalse();
  }

  @Test
  void aNameThatWasLostMeanwhileMustBeChosenAnew() {
    ADraft late = ADraft.complete();
    ThePortal.clock().pass(Duration.ofHours(25));
    String code = late.code();
    ADraft quick = ADraft.started().withCompany("name", late.name());
    ApiCall.Answer refused = late.confirmation(code).expect(409);
    assertThat(refused.code()).isEqualTo("NAME_HELD");
    assertThat(refused.body().at("/suggestions").size()).isPositive();
    late.withCompany("name", late.name() + " Brothers");
    late.confirmation(code).expect(200);
    quick.withContact().confirmed();
  }

  @Test
  void whatWasAskedForAndNeverSentBlocksForEightHoursAndIsSaidToBeMissing() {
    ADraft draft = ADraft.complete();
    String code = draft.code();
    Instant now = ThePortal.clock().instant();
    file(draft, "01ARZ3NDEKTSV4RRFFQ69G5FAW", "PENDING", now.minus(Duration.ofMinutes(481)));
    String second = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
    file(draft, second, "PENDING", now.minus(Duration.ofMinutes(479)));
    ApiCall.Answer shown = draft.call("getRegistration").expect(200);
    assertThat(shown.body().at("/attachments").findValuesAsText("state"))
        .containsExactly("PENDING", "REFUSED");
    assertThat(shown.text("/attachments/1/reason")).isEqualTo("NOT_RECEIVED");
    assertThat(draft.confirmation(code).expect(409).code()).isEqualTo("FILES_PENDING");
    draft.call("removeAttachment").path("fileId", second).expect(204);
    draft.confirmation(code).expect(200);
  }

  @Test
  void filesThatAreNotCheckedYetBlockAndReadyOnesBecomeDocuments() {
    ADraft draft = ADraft.complete();
    String code = draft.code();
    String ready = "01ARZ3NDEKTSV4RRFFQ69G5FA1";
    file(draft, ready, "READY");
    file(draft, "01ARZ3NDEKTSV4RRFFQ69G5FA2", "PENDING");
    file(draft, "01ARZ3NDEKTSV4RRFFQ69G5FA3", "REFUSED");
    assertThat(draft.confirmation(code).expect(409).code()).isEqualTo("FILES_PENDING");
    ApiCall.Answer shown = draft.call("getRegistration").expect(200);
    assertThat(shown.body().at("/filesPending").asBoolean()).isTrue();
    assertThat(shown.body().at("/attachments").findValuesAsText("state"))
        .containsExactly("READY", "PENDING", "REFUSED");
    Table.run(
        table("registrations").delete("DRAFT#" + draft.id(), "FILE#01ARZ3NDEKTSV4RRFFQ69G5FA2"));
    draft.confirmation(code).expect(200);
    String account = "ACCOUNT#" + registration(draft).accountId();
    assertThat(table("accounts").query(account).startingWith("DOCUMENT#").all())
        .hasSize(1)
        .allSatisfy(d -> assertThat(d.text("key")).isEqualTo("draft/" + draft.id() + "/" + ready));
  }

  @Test
  void aFileAskedForBetweenReadingAndConfirmingStopsTheConfirmation() {
    ADraft draft = ADraft.complete();
    RegistrationStore store = beans.getBean(RegistrationStore.class);
    Registration read = store.load(draft.id());
    assertThat(Table.run(store.fileChanged(draft.id()))).isTrue();
    assertThat(Table.run(store.confirmed(read, ThePortal.clock().instant()))).isFalse();
    draft.confirmed();
    assertThat(Table.run(store.fileChanged(draft.id()))).isFalse();
  }

  @Test
  void onlyOrganizationsAreListedUnlessAPersonWantsIt() {
    ADraft person = ADraft.started().withCompany("holder", "person").withContact();
    person.confirmed();
    ADraft willing = ADraft.started().withCompany("holder", "person", "listed", true).withContact();
    willing.confirmed();
    ADraft company = ADraft.complete();
    company.confirmed();
    assertThat(listed(person)).isFalse();
    assertThat(listed(willing)).isTrue();
    assertThat(listed(company)).isTrue();
  }

  @Test
  void anExpiredDraftSaysHowToStartAgain() {
    ADraft draft = ADraft.complete();
    ThePortal.clock().pass(Duration.ofDays(8));
    assertThat(draft.call("getRegistration").expect(410).code()).isEqualTo("REGISTRATION_EXPIRED");
    draft.call("checkName").query("name", "x").expect(410);
    draft.company().expect(410);
    draft.contact().expect(410);
    draft.call("sendCode").expect(410);
    draft.confirmation("123456").expect(410);
  }

  @Test
  void everyMailIsWrittenInEveryLanguage() {
    MailTemplates templates = beans.getBean(MailTemplates.class);
    Map<String, String> values =
        Map.of(
            "name",
            "Rivera",
            "code",
            "123456",
            "minutes",
            "15",
            "number",
            "AEC101",
            "portal",
            "https://x.example");
    for (Mail event : List.of(Mail.REGISTRATION_CODE, Mail.ALREADY_REGISTERED, Mail.WELCOME)) {
      for (String language : List.of("en", "es")) {
        var mail = templates.write(event, language, values);
        assertThat(mail.subject()).isNotBlank().doesNotContain("{");
        assertThat(mail.text()).contains("Juniper Falls").doesNotContain("{");
      }
    }
  }

  private static boolean listed(ADraft draft) {
    return beans.getBean(CompanyDirectory.class).search(draft.name(), null).items().stream()
        .anyMatch(l -> l.name().equals(draft.name()));
  }

  private static String other(String code) {
    return code.equals("000000") ? "000001" : "000000";
  }

  private static Registration registration(ADraft draft) {
    return beans.getBean(RegistrationStore.class).load(draft.id());
  }

  private static Table table(String name) {
    return beans.getBean(Tables.class).named(name);
  }

  private static boolean enabled(ADraft draft) {
    String pool = beans.getRequiredProperty("contractors.pool", String.class);
    return beans
        .getBean(CognitoIdentityProviderClient.class)
        .adminGetUser(u -> u.userPoolId(pool).username(registration(draft).userId()))
        .enabled();
  }

  private static void file(ADraft draft, String id, String state) {
    file(draft, id, state, ThePortal.clock().instant());
  }

  private static void file(ADraft draft, String id, String state, Instant requestedAt) {
    Table.run(
        table("registrations")
            .put(
                Item.of("DRAFT#" + draft.id(), "FILE#" + id)
                    .with("fileId", id)
                    .with("kind", "photo-id")
                    .with("state", state)
                    .with("name", "id.png")
                    .with("type", "image/png")
                    .with("bytes", 12)
                    .with("sha256", "x")
                    .with("key", "draft/" + draft.id() + "/" + id)
                    .with("requestedAt", requestedAt)));
  }
}
