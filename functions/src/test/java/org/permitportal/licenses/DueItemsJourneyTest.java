package org.permitportal.licenses;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Handlers;
import org.permitportal.contract.Yaml;
import org.permitportal.files.FileRecord;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Sent;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;
import org.permitportal.localstack.AtOnce;
import org.permitportal.platform.City;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.TheCity;
import org.permitportal.platform.Write;

/**
 * Tests that reminders are sent, and images of identity documents are deleted, on the day on which
 * they are due.
 */
class DueItemsJourneyTest {
  private static final City CITY = TheCity.CITY;
  private final LocalDate today = LocalDate.ofInstant(ThePortal.clock().instant(), CITY.zone());

  /** Does the work that other tests have left. Otherwise this test would count it. */
  @BeforeEach
  void othersAreDoneBefore() {
    LocalDate late = today.plusYears(10);
    remind(late);
    delete(late);
  }

  @Test
  void eachReminderComesOnceHoweverOftenAndLateItsRunIs() throws Exception {
    AHolder ana = AHolder.roofing();
    LocalDate last = today.plusDays(100);
    String id = ana.license("RC-60", last.toString()).path("licenseId").asText();
    assertThat(remind(last.minusDays(61))).isZero();
    List<Integer> both =
        AtOnce.run(List.of(() -> remind(last.minusDays(60)), () -> remind(last.minusDays(60))));
    assertThat(both.stream().mapToInt(n -> n).sum()).isEqualTo(1);
    assertThat(remind(last.minusDays(59))).isZero();
    // The runs 30 and 7 days before the expiry were missed. One mail is sent, not two.
    assertThat(remind(last.minusDays(5))).isEqualTo(1);
    assertThat(remind(last.minusDays(4))).isZero();
    assertThat(remind(last.plusDays(1))).isZero();
    Mail mail = VerificationJourneyTest.mail(ana, "Your license RC-60 expires on " + us(last));
    assertThat(mail.text()).contains("The last day of your license RC-60", us(last));
    ana.verified(id);
    VerificationJourneyTest.mail(ana, "Verified: your license RC-60");
    assertThat(expiring(ana)).isEqualTo(2);
  }

  @Test
  void whatWasRenewedRejectedOrExpiredIsNotRemindedOf() {
    AHolder ana = AHolder.roofing();
    LocalDate last = today.plusDays(200);
    String old = ana.license("RC-OLD", last.toString()).path("licenseId").asText();
    String renewed = ana.license("RC-NEW", last.plusYears(1).toString()).path("licenseId").asText();
    String rejected = ana.license("RC-NO", last.toString()).path("licenseId").asText();
    ana.verified(old);
    ana.verified(renewed);
    ana.deciding(rejected, 1).json("decision", "REJECT", "reason", "No.").expect(200);
    assertThat(ana.license(old).path("superseded").asBoolean()).isTrue();
    assertThat(remind(last.minusDays(60))).isZero();
    // After an edit, the rejected license gets reminders again. After its verification, it does not
    // replace a license that expires later.
    ana.call("updateLicense")
        .path("licenseId", rejected)
        .ifMatch(2)
        .json("number", "RC-NO", "expires", last.plusYears(2).toString())
        .expect(200);
    assertThat(remind(last.plusYears(2).minusDays(30))).isEqualTo(1);
    VerificationJourneyTest.mail(ana, "Your license RC-NO expires on " + us(last.plusYears(2)));
    assertThat(expiring(ana)).isEqualTo(1);
  }

  @Test
  void anImageOfAnIdIsDeletedThatManyDaysAfterItWasVerifiedAndNeverBefore() throws Exception {
    AHolder ana = AHolder.of(DraftWith.file("photo-id", TestFiles.PHOTO_JPEG));
    String own = ana.uploaded(TestFiles.PICTURE_PNG, "photo-id", null);
    String license = ana.license("RC-1", "2099-06-30").path("licenseId").asText();
    String proof = ana.uploaded(TestFiles.PLAIN_PDF, "state-license", license);
    delete(today.plusDays(400));
    assertThat(state(ana, own)).as("not verified").isEqualTo("READY");
    ana.verified(ana.ofKind("IDENTITY").path("licenseId").asText());
    ana.verified(license);
    LocalDate day = today.plusDays(CITY.licenses().idImageRetentionDays());
    assertThat(ana.document(own).orElseThrow().path("deleteOn").asText()).isEqualTo(day.toString());
    String url = opening(ana, own).expect(200).text("/url");
    delete(day.minusDays(1));
    assertThat(state(ana, own)).isEqualTo("READY");
    assertThat(Sent.get(url).statusCode()).isEqualTo(200);
    assertThat(delete(day)).isEqualTo(2);
    assertThat(delete(day)).isZero();
    assertThat(Sent.get(url).statusCode()).isEqualTo(404);
    assertThat(ana.list().path("documents").findValuesAsText("state"))
        .containsExactly("DELETED", "DELETED", "READY");
    assertThat(state(ana, proof)).isEqualTo("READY");
    assertThat(opening(ana, own).expect(410).code()).isEqualTo("DOCUMENT_DELETED");
    assertThat(ana.call("getAccountDocument").path("documentId", own).expect(410).code())
        .isEqualTo("DOCUMENT_DELETED");
    assertThat(ana.ofKind("IDENTITY").path("status").asText()).isEqualTo("VERIFIED");
  }

  @Test
  void aRemovalThatBrokeOffIsFinished() throws Exception {
    AHolder ana = AHolder.roofing();
    String id = ana.uploaded(TestFiles.PLAIN_PDF, "business-license", null);
    String url = opening(ana, id).expect(200).text("/url");
    try (ApplicationContext beans = TheBeans.of("RemoveAccountDocumentFunction")) {
      DocumentStore store = beans.getBean(DocumentStore.class);
      FileRecord file = store.find(ana.accountId(), id).orElseThrow().file();
      Write removal = store.files().become(file, FileRecord.State.REMOVED);
      assertThat(Table.run(DocumentStore.removing(file, removal, today))).isTrue();
    }
    assertThat(ana.document(id)).isEmpty();
    opening(ana, id).expect(404);
    AHolder dana = AHolder.of(DraftWith.file("photo-id", TestFiles.PHOTO_JPEG));
    dana.verified(dana.ofKind("IDENTITY").path("licenseId").asText());
    // Pretend that the image was due three days ago and that no run has happened since.
    String day = today.minusDays(3).toString();
    String photo = dana.list().at("/documents/0/documentId").asText();
    try (ApplicationContext beans = TheBeans.of("RemoveAccountDocumentFunction")) {
      assertThat(
              Table.run(
                  beans
                      .getBean(Tables.class)
                      .named("accounts")
                      .update("ACCOUNT#" + dana.accountId(), "DOCUMENT#" + photo)
                      .set("deleteOn", day)
                      .set("agendaSort", day + "#" + photo)))
          .isTrue();
    }
    run("DeleteIdImages");
    assertThat(Sent.get(url).statusCode()).isEqualTo(404);
    try (ApplicationContext beans = TheBeans.of("RemoveAccountDocumentFunction")) {
      assertThat(beans.getBean(DocumentStore.class).find(ana.accountId(), id)).isEmpty();
    }
    assertThat(state(dana, photo)).isEqualTo("DELETED");
  }

  @Test
  void theScheduledRunRemindsToday() throws Exception {
    AHolder ana = AHolder.roofing();
    String id = ana.license("RC-7", today.plusDays(8).toString()).path("licenseId").asText();
    // Pretend that the license was added a day ago.
    try (ApplicationContext beans = TheBeans.of("UpdateLicenseFunction")) {
      LicenseStore store = beans.getBean(LicenseStore.class);
      License license = store.ofMember(ana.accountId()).license(id).orElseThrow();
      assertThat(license.remindOn()).isEqualTo(today.plusDays(1));
      assertThat(Table.run(store.reminded(license, today))).isTrue();
      assertThat(Table.run(store.reminded(license, today))).as("as it was").isFalse();
    }
    run("RemindLicenses");
    VerificationJourneyTest.mail(ana, "Your license RC-7 expires on " + us(today.plusDays(8)));
    run("RemindLicenses");
  }

  private static int remind(LocalDate day) {
    try (ApplicationContext beans = on(day, "RemindLicensesFunction")) {
      return beans.getBean(LicenseReminders.class).run();
    }
  }

  private static int delete(LocalDate day) {
    try (ApplicationContext beans = on(day, "DeleteIdImagesFunction")) {
      return beans.getBean(IdImageRetention.class).run();
    }
  }

  /** Returns the beans of a function, with a clock at noon of a day in the city's time zone. */
  private static ApplicationContext on(LocalDate day, String function) {
    Map<String, Object> environment = new HashMap<>(ThePortal.stack().environmentOf(function));
    return Handlers.context(
        environment,
        Clock.fixed(day.atTime(LocalTime.NOON).atZone(CITY.zone()).toInstant(), ZoneOffset.UTC));
  }

  private static void run(String trigger) throws Exception {
    String event = Character.toLowerCase(trigger.charAt(0)) + trigger.substring(1);
    ThePortal.stack()
        .invoke(
            trigger + "Function",
            new ObjectMapper()
                .readTree(Files.readString(Yaml.ROOT.resolve("events/" + event + ".json"))));
  }

  private static long expiring(AHolder holder) {
    return VerificationJourneyTest.subjects(holder).stream()
        .filter(s -> s.contains("expires on"))
        .count();
  }

  private static String state(AHolder holder, String id) {
    return holder.document(id).orElseThrow().path("state").asText();
  }

  private static ApiCall opening(AHolder holder, String id) {
    return holder.by("clerk", "openAccountDocument").path("documentId", id);
  }

  private static String us(LocalDate day) {
    return day.format(
        java.time.format.DateTimeFormatter.ofPattern("MMMM d, uuuu", java.util.Locale.US));
  }
}
