package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.permitportal.accounts.Contact;
import org.permitportal.files.FileName;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileType;
import org.permitportal.files.ObjectKey;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.AccountSettings.WantedAttachment;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.TheCity;
import org.permitportal.users.Email;

class RegistrationTest {
  private static final City CITY = TheCity.CITY;
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final Contact CONTACT =
      new Contact(
          "Ana",
          "Rivera",
          new Contact.Address("12 Elm Street", null, "Juniper Falls", "CO", "80999"),
          "+17195550150",
          null,
          Contact.Way.EMAIL,
          "es");

  private static Registration started() {
    return Registration.start("01JD3PZK7M8Q2V5XW9ABCDEFGH", "hash", "en", CITY, NOW);
  }

  private static Company company(String type, Map<String, String> license) {
    return new Company(
        type,
        Holder.ORGANIZATION,
        "Rivera Roofing",
        "riveraroofing",
        NOW.plus(Duration.ofDays(1)),
        new Email("ana@example.com"),
        "+17195550150",
        license,
        true);
  }

  private static Registration complete() {
    Registration first =
        started()
            .withCompany(company("roofing", Map.of()), "first-tool", CITY, NOW)
            .withCredentials(true);
    return first.withContact(company("roofing", Map.of()), CONTACT, CITY, NOW);
  }

  @Test
  void atTheStartEverythingIsMissingAndTheCompanyComesFirst() {
    assertThat(started().missing(CITY, NOW))
        .containsExactly(
            new Missing(WizardStep.COMPANY, "company"),
            new Missing(WizardStep.COMPANY, "password"),
            new Missing(WizardStep.CONTACT, "contact"));
    assertThat(started().nextStep(CITY, NOW)).isEqualTo(WizardStep.COMPANY);
  }

  @Test
  void stepsFollowOneAnother() {
    Registration first =
        started().withCompany(company("roofing", Map.of()), "first-tool", CITY, NOW);
    assertThat(first.nextStep(CITY, NOW)).isEqualTo(WizardStep.COMPANY);
    assertThat(first.withCredentials(true).nextStep(CITY, NOW)).isEqualTo(WizardStep.CONTACT);
    assertThat(complete().nextStep(CITY, NOW)).isEqualTo(WizardStep.CONFIRM);
    assertThat(complete().missing(CITY, NOW)).isEmpty();
  }

  @Test
  void aTypeThatNeedsALicenseIsNotCompleteWithout() {
    Registration without =
        complete().withCompany(company("electrical", Map.of()), "first-tool", CITY, NOW);
    assertThat(without.missing(CITY, NOW))
        .containsExactly(new Missing(WizardStep.COMPANY, "license"));
    Registration with =
        complete().withCompany(company("electrical", Map.of("number", "1")), null, CITY, NOW);
    assertThat(with.missing(CITY, NOW)).isEmpty();
    assertThat(with.question()).isEqualTo("first-tool");
  }

  @ParameterizedTest
  @CsvSource({
    "PENDING, 0, true",
    "PENDING, 479, true",
    "PENDING, 480, false",
    "READY, 480, true",
    "REFUSED, 0, false",
    "REMOVED, 0, false"
  })
  void aRequiredFileIsThereOnceItIsGoodAndWhileItCanStillCome(
      State state, int minutes, boolean there) {
    ObjectKey key =
        new ObjectKey("draft", "01JD3PZK7M8Q2V5XW9ABCDEFGH", "01JD3PZK7M8Q2V5XW9ABCDEFGJ");
    FileRecord file =
        new FileRecord(
            key.ownerId(),
            key.fileId(),
            key,
            "photo-id",
            new FileName("id.jpg"),
            FileType.JPEG,
            1000,
            "sha",
            state,
            null,
            null,
            null,
            NOW,
            null,
            null);
    List<Missing> missing =
        Missing.attachments(
            List.of(
                new WantedAttachment("photo-id", true),
                new WantedAttachment("state-license", false)),
            List.of(file),
            NOW.plus(Duration.ofMinutes(minutes)));
    assertThat(missing)
        .isEqualTo(
            there ? List.of() : List.of(new Missing(WizardStep.COMPANY, "attachments.photo-id")));
  }

  @Test
  void aTypeThatTheCityNoLongerHasMustBeChosenAnew() {
    assertThat(
            complete()
                .withCompany(company("wizardry", Map.of()), null, CITY, NOW)
                .missing(CITY, NOW))
        .containsExactly(new Missing(WizardStep.COMPANY, "accountType"));
  }

  @Test
  void theContactsLanguageIsTheRegistrations() {
    assertThat(complete().language()).isEqualTo("es");
  }

  @Test
  void everySaveCountsAndPutsTheExpiryOff() {
    Registration saved =
        started()
            .withCompany(
                company("roofing", Map.of()), "first-tool", CITY, NOW.plus(Duration.ofDays(3)));
    assertThat(saved.version()).isEqualTo(1);
    assertThat(saved.expiresAt())
        .isEqualTo(NOW.plus(Duration.ofDays(3L + CITY.registration().draftDays())));
  }

  @Test
  void itExpiresAtItsExpiryAndNotBefore() {
    Registration registration = started();
    Clock before = Clock.fixed(registration.expiresAt().minusMillis(1), ZoneOffset.UTC);
    Clock at = Clock.fixed(registration.expiresAt(), ZoneOffset.UTC);
    assertThat(registration.editable(before)).isSameAs(registration);
    refused(() -> registration.editable(at), RegistrationProblem.REGISTRATION_EXPIRED);
  }

  @Test
  void aConfirmedOneSaysSoHoweverOldItIs() {
    Registration confirmed = in(RegistrationState.CONFIRMED);
    Clock late = Clock.fixed(confirmed.expiresAt().plusSeconds(60), ZoneOffset.UTC);
    refused(() -> confirmed.editable(late), RegistrationProblem.REGISTRATION_CONFIRMED);
    refused(
        () -> in(RegistrationState.SWEPT).editable(Clock.fixed(NOW, ZoneOffset.UTC)),
        RegistrationProblem.REGISTRATION_EXPIRED);
  }

  @Test
  void whoHasSeenAnotherVersionIsToldTheLast() {
    assertThat(complete().at(2)).isEqualTo(complete());
    assertThatThrownBy(() -> complete().at(1))
        .isInstanceOfSatisfying(
            Problem.class,
            p -> {
              assertThat(p.code()).isEqualTo(RequestProblem.CHANGED_MEANWHILE);
              assertThat(p.details().currentVersion()).isEqualTo(2);
            });
  }

  @Test
  void aLaterStepIsRefusedWithTheOneThatComesFirst() {
    assertThat(complete().ready(WizardStep.CONFIRM, CITY, NOW)).isEqualTo(complete());
    assertThatThrownBy(() -> started().ready(WizardStep.CONFIRM, CITY, NOW))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.details().nextStep()).isEqualTo("COMPANY"));
  }

  @Test
  void userAndAccountFollowFromItsIdAndDiffer() {
    assertThat(started().userId()).isEqualTo(complete().userId()).hasSize(26);
    assertThat(started().accountId()).isNotEqualTo(started().userId()).hasSize(26);
  }

  @Test
  void endedStatesHaveNoNext() {
    assertThat(RegistrationState.OPEN.next())
        .containsExactlyInAnyOrder(RegistrationState.CONFIRMED, RegistrationState.SWEPT);
    assertThat(RegistrationState.CONFIRMED.next()).isEmpty();
    assertThat(RegistrationState.SWEPT.next()).isEmpty();
  }

  @Property
  void theNextStepIsTheFirstWithSomethingMissing(
      @ForAll Set<WizardStep> open, @ForAll @IntRange(min = 1, max = 3) int times) {
    List<Missing> missing = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      open.forEach(step -> missing.addFirst(new Missing(step, "field")));
    }
    WizardStep next = WizardStep.next(missing);
    EnumSet<WizardStep> sorted = EnumSet.noneOf(WizardStep.class);
    sorted.addAll(open);
    assertThat(next).isEqualTo(sorted.isEmpty() ? WizardStep.CONFIRM : sorted.iterator().next());
    for (WizardStep step : WizardStep.values()) {
      assertThat(step.mayPrecede(next)).isEqualTo(step.compareTo(next) <= 0);
    }
  }

  private static Registration in(RegistrationState state) {
    Registration r = complete();
    return new Registration(
        r.id(),
        r.tokenHash(),
        state,
        r.version(),
        r.language(),
        r.termsVersion(),
        r.termsAcceptedAt(),
        r.expiresAt(),
        r.company(),
        r.question(),
        r.credentials(),
        r.contact(),
        r.fileChanges(),
        true,
        r.files());
  }

  private static void refused(Runnable use, ProblemCode code) {
    assertThatThrownBy(use::run)
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
