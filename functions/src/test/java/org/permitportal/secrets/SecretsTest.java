package org.permitportal.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.ADraft;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.ItsFiles;
import org.permitportal.journey.MailedLink;
import org.permitportal.local.emulators.Mail;

/**
 * Tests the search for leaked secrets. A leak found during the tests fails the test class that
 * caused it; see {@link org.permitportal.journey.HasALocalRun}.
 */
class SecretsTest {
  private static final Map<Kind, String> MARKERS = new EnumMap<>(Kind.class);

  static {
    MARKERS.put(Kind.PASSWORD, "seven tall Lanterns");
    MARKERS.put(Kind.ANSWER, "A circular saw");
    MARKERS.put(Kind.TOKEN, "eyJraWQ.-_eyJzdWIi.c2ln");
    MARKERS.put(Kind.SECOND_FACTOR, "JBSWY3DPEHPK3PXP");
    MARKERS.put(Kind.LINK_CODE, "_n8Zk-Xb3vAq");
    MARKERS.put(Kind.CODE, "407193");
    MARKERS.put(Kind.EMAIL, "Ana.Rivera@rivera.example");
    MARKERS.put(Kind.PHONE, "719-555-0150");
    MARKERS.put(Kind.NUMBER, "RC-20417");
    MARKERS.put(Kind.WORDS, "Ana Rivera");
    MARKERS.put(Kind.HARMLESS, "Juniper Falls");
  }

  @Test
  void eachKindIsFoundWhereItMayNotBeAndNowhereElse() {
    Leaks leaks = new Leaks();
    MARKERS.forEach(leaks::keep);
    for (Kind kind : Kind.values()) {
      for (Channel channel : Channel.values()) {
        String text =
            "{\"told\":\"(" + MARKERS.get(kind).toUpperCase(java.util.Locale.ROOT) + ")\"}";
        assertThat(leaks.in(channel, text))
            .as("%s in %s", kind, channel)
            .extracting(Leaks.Value::kind)
            .isEqualTo(kind.forbidden(channel) ? List.of(kind) : List.of());
      }
    }
    assertThat(leaks.in(Channel.LOG, "1407193 4071930 RC-204170")).isEmpty();
  }

  @Test
  void aMailHoldsNoCodeButItsOwnAndNoAddressButItsReaders() {
    Leaks leaks = new Leaks();
    MARKERS.forEach(leaks::keep);
    String ana = MARKERS.get(Kind.EMAIL);
    assertThat(MailRule.broken(leaks, mail(ana, "Your code: 407193", ana + " 407193"))).isEmpty();
    assertThat(MailRule.broken(leaks, mail(ana, "Hello", "407193"))).hasSize(1);
    assertThat(MailRule.broken(leaks, mail("mara@rivera.example", "Hello", ana))).hasSize(1);
    assertThat(MailRule.broken(leaks, mail(ana, "Hello", MARKERS.get(Kind.PASSWORD)))).hasSize(1);
  }

  @Test
  void everyFieldOfEveryRequestHasItsKind() {
    Set<String> unknown = new TreeSet<>();
    Contract.operations().values().stream()
        // The imported rows are open data of the city.
        .filter(operation -> !operation.id().equals("importPermits"))
        .forEach(operation -> collect("", operation.body(), unknown));
    assertThat(unknown).isEmpty();
  }

  @Test
  void aJourneyLeavesSomethingOfEachKindToSearchForAndSomethingOfEachToSearchIn() {
    Traffic evidence = Traffic.ofThisRun();
    ADraft draft = ADraft.complete();
    ItsFiles.of(draft).asking(TestFiles.PLAIN_PDF).expect(201);
    draft.call("mailResumeLink").expect(200);
    ApiCall.of("resumeRegistration")
        .json("code", MailedLink.code(draft.email(), "resume"))
        .expect(200);
    AnAccount account = AnAccount.confirmed();
    AnAccount.Session session = account.signedIn();
    ApiCall.of("login")
        .json("user", account.email(), "password", "not seven lanterns", "delivery", "BODY")
        .expect(401);
    ApiCall.of("enrolTotp")
        .bearer(session.accessToken())
        .json("password", account.password())
        .expect(200);
    assertThat(evidence.found()).isEmpty();
    for (Kind kind : Kind.values()) {
      if (kind != Kind.HARMLESS) {
        assertThat(evidence.leaks().count(kind)).as("%s", kind).isPositive();
      }
    }
    for (Channel channel : Channel.values()) {
      assertThat(evidence.count(channel)).as("%s", channel).isPositive();
    }
  }

  private static void collect(String name, JsonNode schema, Set<String> unknown) {
    JsonNode at = Contract.resolved(schema);
    if (at.path("type").asText().equals("string") && !Fields.known(name)) {
      unknown.add(name);
    }
    at.path("properties")
        .properties()
        .forEach(property -> collect(property.getKey(), property.getValue(), unknown));
    if (at.has("items")) {
      collect(name, at.path("items"), unknown);
    }
    at.path("allOf").forEach(part -> collect(name, part, unknown));
  }

  private static Mail mail(String to, String subject, String text) {
    return new Mail(
        "1", Instant.EPOCH, "city@juniperfalls.example", List.of(to), subject, text, "");
  }
}
