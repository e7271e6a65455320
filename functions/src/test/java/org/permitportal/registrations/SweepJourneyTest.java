package org.permitportal.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Yaml;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.platform.Item;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Tests that the sweeper removes the users, names and files of expired registrations, and completes
 * interrupted confirmations.
 */
class SweepJourneyTest {
  private static ApplicationContext beans;
  private static RegistrationStore registrations;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("SweepRegistrationsFunction");
    registrations = beans.getBean(RegistrationStore.class);
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void anExpiredRegistrationLosesItsUserItsNameAndItsFiles() throws Exception {
    ADraft draft = ADraft.complete();
    String key = fileOf(draft);
    ThePortal.clock().pass(Duration.ofDays(7).plusMinutes(30));
    sweep();
    assertThat(registrations.load(draft.id()).state()).isEqualTo(RegistrationState.OPEN);
    ThePortal.clock().pass(Duration.ofHours(1));
    sweep();
    assertGone(draft, key);
    assertThat(draft.call("getRegistration").expect(410).code()).isEqualTo("REGISTRATION_EXPIRED");
    sweep();
    assertGone(draft, key);
  }

  @Test
  void aRunThatBrokeOffIsMadeGoodByTheNext() throws Exception {
    ADraft draft = ADraft.complete();
    String key = fileOf(draft);
    ThePortal.clock().pass(Duration.ofDays(7).plusHours(2));
    assertThat(registrations.swept(registrations.load(draft.id()))).isTrue();
    beans.getBean(UserPool.class).delete(registrations.load(draft.id()).userId());
    sweep();
    assertGone(draft, key);
  }

  @Test
  void aDraftThatWasSavedAgainLivesOn() throws Exception {
    ADraft draft = ADraft.started().withCompany();
    ThePortal.clock().pass(Duration.ofDays(6));
    draft.withContact();
    ThePortal.clock().pass(Duration.ofDays(3));
    sweep();
    assertThat(draft.call("getRegistration").expect(200).text("/nextStep")).isEqualTo("CONFIRM");
    draft.confirmed();
  }

  @Test
  void aNameThatIsAnothersByNowIsLeftToThem() throws Exception {
    ADraft draft = ADraft.complete();
    ThePortal.clock().pass(Duration.ofHours(25));
    ADraft other = ADraft.started().withCompany("name", draft.name());
    ThePortal.clock().pass(Duration.ofDays(6).plusHours(2));
    sweep();
    assertThat(registrations.load(draft.id()).state()).isEqualTo(RegistrationState.SWEPT);
    other.withCompany("name", draft.name()).withContact().confirmed();
  }

  @Test
  void aConfirmationThatBrokeOffBeforeItsEndIsFinished() throws Exception {
    ADraft draft = ADraft.complete();
    draft.confirmed();
    Registration registration = registrations.load(draft.id());
    assertThat(registration.settled()).isTrue();
    beans.getBean(UserPool.class).disable(registration.userId());
    Table.run(
        registrations
            .table()
            .update(RegistrationStore.pk(draft.id()), RegistrationStore.SORT)
            .set(
                "expiryDay",
                LocalDate.ofInstant(registration.expiresAt(), ZoneOffset.UTC).toString()));
    ThePortal.clock().pass(Duration.ofHours(2));
    sweep();
    assertThat(user(registration)).isTrue();
    assertThat(registrations.load(draft.id()).settled()).isTrue();
    assertThat(registrations.load(draft.id()).state()).isEqualTo(RegistrationState.CONFIRMED);
  }

  @Test
  void oneThatCannotBeSweptHoldsUpNoOtherAndDaysWithoutARunAreMadeUpFor() throws Exception {
    ADraft poison = ADraft.complete();
    ADraft draft = ADraft.complete();
    String key = fileOf(draft);
    state(poison, "NOBODY_KNOWS");
    ThePortal.clock().pass(Duration.ofDays(12));
    try {
      assertThatThrownBy(SweepJourneyTest::sweep).isInstanceOf(FunctionError.class);
      assertGone(draft, key);
    } finally {
      state(poison, "OPEN");
    }
    sweep();
    assertThat(registrations.load(poison.id()).settled()).isTrue();
  }

  @Test
  void whatArrivesForASweptRegistrationGoes() throws Exception {
    ADraft draft = ADraft.started();
    JsonNode asked = ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201).body();
    ThePortal.clock().pass(Duration.ofDays(7).plusHours(2));
    sweep();
    // The upload link has expired by now. But the event of a file that was sent in time may come
    // late.
    String key = "draft/" + draft.id() + "/" + asked.path("fileId").asText();
    S3Client s3 = beans.getBean(S3Client.class);
    s3.putObject(p -> p.bucket(bucket()).key(key), RequestBody.fromString("x"));
    Eventually.get("the object to go", () -> Optional.of(key).filter(k -> !stored(k)));
    assertThat(registrations.load(draft.id()).files()).isEmpty();
    assertThat(registrations.load(draft.id()).state()).isEqualTo(RegistrationState.SWEPT);
  }

  private static void state(ADraft draft, String state) {
    assertThat(
            Table.run(
                registrations
                    .table()
                    .update(RegistrationStore.pk(draft.id()), RegistrationStore.SORT)
                    .set("state", state)))
        .isTrue();
  }

  private static void assertGone(ADraft draft, String key) {
    Registration registration = registrations.load(draft.id());
    assertThat(registration.state()).isEqualTo(RegistrationState.SWEPT);
    assertThat(registration.settled()).isTrue();
    assertThat(registration.files()).isEmpty();
    assertThatThrownBy(() -> user(registration)).isInstanceOf(UserNotFoundException.class);
    ApiCall.Answer name =
        ADraft.started().call("checkName").query("name", draft.name()).expect(200);
    assertThat(name.text("/state")).isEqualTo("FREE");
    assertThat(stored(key)).isFalse();
  }

  private static boolean stored(String key) {
    try {
      beans.getBean(S3Client.class).headObject(h -> h.bucket(bucket()).key(key));
      return true;
    } catch (NoSuchKeyException _) {
      return false;
    }
  }

  private static boolean user(Registration registration) {
    String pool = beans.getRequiredProperty("contractors.pool", String.class);
    return beans
        .getBean(CognitoIdentityProviderClient.class)
        .adminGetUser(u -> u.userPoolId(pool).username(registration.userId()))
        .enabled();
  }

  private static String fileOf(ADraft draft) {
    String key = "draft/" + draft.id() + "/01K00000000000000000000001";
    S3Client s3 = beans.getBean(S3Client.class);
    s3.putObject(p -> p.bucket(bucket()).key(key), RequestBody.fromString("x"));
    Table.run(
        registrations
            .table()
            .put(
                Item.of(RegistrationStore.pk(draft.id()), "FILE#01K00000000000000000000001")
                    .with("fileId", "01K00000000000000000000001")
                    .with("kind", "photo-id")
                    .with("state", "READY")
                    .with("name", "id.png")
                    .with("type", "image/png")
                    .with("bytes", 1)
                    .with("sha256", "x")
                    .with("key", key)
                    .with("requestedAt", ThePortal.clock().instant())));
    return key;
  }

  private static String bucket() {
    return beans.getRequiredProperty("documents.bucket", String.class);
  }

  private static void sweep() throws Exception {
    ThePortal.stack()
        .invoke(
            "SweepRegistrationsFunction",
            new ObjectMapper()
                .readTree(Files.readString(Yaml.ROOT.resolve("events/sweepRegistrations.json"))));
  }
}
