package org.permitportal.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Yaml;
import org.permitportal.crash.CrashPoints;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.FunctionError;
import org.permitportal.permits.PermitStore;
import org.permitportal.platform.Item;
import org.permitportal.platform.ItemRewrite;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Tests that the migration converts items of an earlier version to the form that this version
 * writes, and that this version reads them.
 */
class MigrationJourneyTest {
  private static final String TRICKY = "NAME#licencerenewals";
  private static final List<String> MIGRATIONS = List.of("license-spelling", "party-roles");
  private static ApplicationContext beans;
  private static DynamoDbClient client;
  private Map<String, List<Map<String, AttributeValue>>> before;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("MigrateItemsFunction");
    client = beans.getBean(DynamoDbClient.class);
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @BeforeEach
  void anEarlierVersionWroteItems() {
    before = ItemsOfBefore.put(client, "us-spelling");
    for (String migration : MIGRATIONS) {
      Table.run(accounts().delete("MIGRATION#" + migration, "MIGRATION"));
    }
  }

  /** Deletes the items, because other test classes list the requests that wait for staff. */
  @AfterEach
  void theyAreGoneAgain() {
    before.forEach(
        (table, items) ->
            items.forEach(
                item -> {
                  delete(table, item.get("pk"), item.get("sk"));
                  if (item.get("sk").s().startsWith("PARTY#")) {
                    String role = item.get("sk").s() + "#" + item.get("role").s();
                    delete(table, item.get("pk"), AttributeValue.fromS(role));
                  }
                  String moved = item.get("sk").s().replace("LICENCE", "LICENSE");
                  delete(table, item.get("pk"), AttributeValue.fromS(moved));
                }));
    Table.run(accounts().delete(TRICKY, "NAME"));
  }

  private static void delete(String table, AttributeValue pk, AttributeValue sk) {
    String name = ThePortal.stack().physicalId(table);
    client.deleteItem(d -> d.tableName(name).key(Map.of("pk", pk, "sk", sk)));
  }

  @Test
  void everyItemOfAnEarlierVersionIsMovedAndKeepsWhatItSays() throws Exception {
    Table.run(
        accounts()
            .put(
                Item.of(TRICKY, "NAME")
                    .with("display", "Licence Renewals, LLC")
                    .with("accountId", "1")));
    assertThat(migrated().path("done").asBoolean()).isTrue();
    List<String> old = new ArrayList<>();
    for (String table : before.keySet()) {
      for (Map<String, AttributeValue> item : scanned(table)) {
        if (item.toString().matches("(?s).*(\\b|[a-z])(licence|Licence|LICENCE).*")
            && !item.get("pk").s().equals(TRICKY)) {
          old.add(table + " " + item.get("pk") + " " + item.get("sk"));
        }
      }
      assertThat(scanned(table).size()).isGreaterThanOrEqualTo(before.get(table).size());
    }
    assertThat(old).isEmpty();
    assertThat(accounts().get(TRICKY, "NAME").orElseThrow().text("display"))
        .isEqualTo("Licence Renewals, LLC");
    assertThat(migrated().path("changed").asLong()).isZero();
  }

  @Test
  void theLicensesOfAnAccountAndTheContractorOfAPermitAreThereAfterwards() throws Exception {
    migrated();
    Map<String, AttributeValue> permit =
        before.get("PermitsTable").stream()
            .filter(item -> item.containsKey("contractor"))
            .findFirst()
            .orElseThrow();
    JsonNode found =
        ApiCall.of("viewPermit")
            .path("permitId", permit.get("pk").s().replace("PERMIT#", ""))
            .expect(200)
            .body();
    assertThat(found.at("/details/contractor/license").asText())
        .isEqualTo(permit.get("contractor").m().get("licence").s());
    List<Map<String, AttributeValue>> licenses =
        before.get("AccountsTable").stream()
            .filter(item -> item.get("sk").s().startsWith("LICENCE#"))
            .toList();
    assertThat(licenses).isNotEmpty();
    for (Map<String, AttributeValue> license : licenses) {
      Item now =
          accounts()
              .get(license.get("pk").s(), license.get("sk").s().replace("LICENCE", "LICENSE"))
              .orElseThrow();
      assertThat(now.text("licenseId")).isEqualTo(license.get("licenceId").s());
      assertThat(now.text("kind")).isEqualTo(license.get("kind").s().replace("LICENCE", "LICENSE"));
    }
  }

  /**
   * Tests that a party in the old form can read the permit before the migration, and that there is
   * only one party afterwards.
   */
  @Test
  void aPartyOfAPermitIsMovedToItsRoleAndStaysTheOnlyOne() throws Exception {
    Map<String, List<Map<String, AttributeValue>>> items = ItemsOfBefore.put(client, "party-roles");
    Map<String, AttributeValue> old =
        items.get("PermitsTable").stream()
            .filter(item -> item.get("sk").s().startsWith("PARTY#"))
            .findFirst()
            .orElseThrow();
    String permit = old.get("pk").s().replace("PERMIT#", "");
    String account = old.get("accountId").s();
    PermitStore permits = beans.getBean(PermitStore.class);
    assertThat(permits.load(permit).orElseThrow().roles(account))
        .containsExactly("contractor-of-record");
    migrated();
    assertThat(permits.load(permit).orElseThrow().parties())
        .singleElement()
        .satisfies(
            party -> {
              assertThat(party.sort()).isEqualTo("PARTY#" + account + "#contractor-of-record");
              assertThat(party.name()).isEqualTo(old.get("accountName").s());
              assertThat(party.role()).isEqualTo("contractor-of-record");
            });
    assertThat(migrated().path("changed").asLong()).isZero();
  }

  @Test
  void aRunGoesOnWhereTheLastOneEnded() throws Exception {
    startingAt(1);
    assertThat(migrated().path("done").asBoolean()).isTrue();
    assertThat(scanned("AccountsTable").toString()).contains("LICENCE#");
    assertThat(scanned("RegistrationsTable").toString()).doesNotContain("licence=");
  }

  /** Tests an item that a function of the earlier version has written during the deployment. */
  @Test
  void whatWasWrittenInTheOldFormDuringTheFirstPassIsMovedADayLater() throws Exception {
    migrated();
    ItemsOfBefore.put(client, "us-spelling");
    assertThat(migrated().path("changed").asLong()).isZero();
    ThePortal.clock().pass(Duration.ofDays(1));
    assertThat(migrated().path("changed").asLong()).isPositive();
    ThePortal.clock().pass(Duration.ofDays(1));
    assertThat(migrated().path("scanned").asLong()).isZero();
  }

  @Test
  void whatSomebodyChangedSinceItWasReadIsNotOverwritten() {
    Table table = accounts();
    Item read = Item.of("TEST#rewrite", "LICENCE#1").with("number", "RC-1").with("licence", "a");
    Table.run(table.put(read));
    Table.run(table.update("TEST#rewrite", "LICENCE#1").set("number", "RC-2"));
    Item moved = new LicenseSpelling().migrated(read);
    assertThat(ItemRewrite.run(table, read, moved)).isEqualTo(ItemRewrite.REFUSED);
    Item kept = table.get("TEST#rewrite", "LICENCE#1").orElseThrow();
    assertThat(kept.text("number")).isEqualTo("RC-2");
    assertThat(ItemRewrite.run(table, kept, new LicenseSpelling().migrated(kept)))
        .isEqualTo(ItemRewrite.REWRITTEN);
    assertThat(table.get("TEST#rewrite", "LICENCE#1")).isEmpty();
    Item now = table.get("TEST#rewrite", "LICENSE#1").orElseThrow();
    assertThat(now.text("number")).isEqualTo("RC-2");
    assertThat(now.text("license")).isEqualTo("a");
  }

  @Test
  void aRunThatBreaksOffAnywhereIsFinishedByTheNext() {
    assertThat(CrashPoints.ofTrigger("MigrateItemsFunction", Broken::new)).isNotEmpty();
  }

  /**
   * A run of the migration that begins at the last table and has one item to convert. So the run is
   * short.
   */
  private static final class Broken implements CrashPoints.Run {
    Broken() {
      Table.run(
          beans
              .getBean(Tables.class)
              .named("notices")
              .put(
                  Item.of("TEST#migration", "TEST")
                      .with("event", "licence-verified")
                      .with("state", "SENT")));
      startingAt(3);
    }

    @Override
    public void act() {
      try {
        migrated();
      } catch (FunctionError _) {
        // This is the planned failure. Lambda reports only that the run failed.
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void again() {
      act();
      assertThat(
              beans
                  .getBean(Tables.class)
                  .named("notices")
                  .get("TEST#migration", "TEST")
                  .orElseThrow()
                  .text("event"))
          .isEqualTo("license-verified");
    }
  }

  /** Makes all migrations continue at this table. */
  private static void startingAt(int table) {
    for (String migration : MIGRATIONS) {
      Table.run(
          accounts().put(Item.of("MIGRATION#" + migration, "MIGRATION").with("table", table)));
    }
  }

  private static Table accounts() {
    return beans.getBean(Tables.class).named("accounts");
  }

  private static List<Map<String, AttributeValue>> scanned(String table) {
    String name = ThePortal.stack().physicalId(table);
    return client.scanPaginator(s -> s.tableName(name)).items().stream().toList();
  }

  private static JsonNode migrated() throws Exception {
    ObjectMapper json = new ObjectMapper();
    byte[] event = Files.readAllBytes(Yaml.ROOT.resolve("events/migrateItems.json"));
    return json.readTree(ThePortal.stack().invoke("MigrateItemsFunction", json.readTree(event)));
  }
}
