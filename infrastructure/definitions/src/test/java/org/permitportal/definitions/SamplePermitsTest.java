package org.permitportal.definitions;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the sample permits look like an export from a city's own permit system. */
class SamplePermitsTest {
  private static final Set<String> BEFORE_ISSUANCE =
      Set.of(
          "SUBMITTED",
          "INCOMPLETE",
          "IN_REVIEW",
          "CORRECTIONS",
          "RESUBMITTED",
          "APPROVED",
          "WITHDRAWN",
          "DENIED");
  private static final Set<String> COMPLETED = Set.of("FINALED", "CO_ISSUED", "COC_ISSUED");

  private static List<Csv.Row> permits = List.of();
  private static JsonNode types = new ObjectMapper().nullNode();
  private static JsonNode city = new ObjectMapper().nullNode();

  @BeforeAll
  static void read(@TempDir Path temporary) throws IOException {
    permits = Csv.rows(Files.readString(Infrastructure.REAL.resolve("city/sample/permits.csv")));
    Infrastructure infrastructure = Infrastructure.copiedTo(temporary);
    infrastructure.contract(
        "{openapi: 3.0.3, paths: {/v1: {get: {operationId: a, x-portal-caller: anyone}}}}");
    PrintStream errors = System.err;
    assertThat(Definitions.run(infrastructure.folder(), infrastructure.output(), errors)).isTrue();
    types = topic(infrastructure, "types");
    city = topic(infrastructure, "permits");
  }

  private static JsonNode topic(Infrastructure infrastructure, String name) throws IOException {
    Path folder = infrastructure.output().resolve("sample-city");
    return new ObjectMapper().readTree(folder.resolve(name + ".json").toFile());
  }

  @Test
  void thereAreAFewHundredEachWithItsOwnNumber() {
    assertThat(permits).hasSizeBetween(280, 400);
    assertThat(permits.stream().map(permit -> permit.get("PermitNum"))).doesNotHaveDuplicates();
  }

  @Test
  void theCityHasTheirWordsInItsLanguages() {
    Set<String> known =
        city.path("words")
            .valueStream()
            .map(word -> low(word.path("word").asText()))
            .collect(toSet());
    for (String column :
        List.of("PermitTypeDesc", "PermitClass", "WorkClass", "ContractorTrade", "ProposedUse")) {
      Set<String> words = permits.stream().map(permit -> low(permit.get(column))).collect(toSet());
      words.remove("");
      assertThat(words).as(column).isNotEmpty().isSubsetOf(known);
    }
  }

  private static String low(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  @Test
  void everyRequiredFieldIsFilled() {
    for (Csv.Row permit : permits) {
      for (String column :
          List.of(
              "PermitNum",
              "Description",
              "AppliedDate",
              "StatusCurrent",
              "StatusCurrentMapped",
              "StatusDate",
              "OriginalAddress1",
              "OriginalCity",
              "OriginalState",
              "OriginalZip",
              "PermitType",
              "PermitTypeMapped",
              "PIN",
              "EstProjectCost")) {
        assertThat(permit.get(column)).as("%s of %s", column, permit).isNotBlank();
      }
      assertThat(permit.get("EstProjectCost")).matches("[1-9][0-9]*");
      assertThat(permit.get("OriginalAddress1")).matches("[1-9][0-9]* .+");
    }
  }

  @Test
  void contactsOfPeopleStayOut() throws IOException {
    assertThat(permits.getFirst().fields().keySet())
        .noneMatch(
            Pattern.compile("(?i)phone|email|fax|FullName|ContractorAddress|Owner").asPredicate());
    String text = Files.readString(Infrastructure.REAL.resolve("city/sample/permits.csv"));
    assertThat(text).doesNotContain("@").doesNotContainPattern("\\b555-?01");
  }

  @Test
  void everyTypeOccursUnderTheCitysWords() {
    Map<String, String> blds =
        types
            .valueStream()
            .collect(
                toMap(type -> type.at("/label/en").asText(), type -> type.path("blds").asText()));
    for (Csv.Row permit : permits) {
      assertThat(permit.get("PermitTypeMapped")).isEqualTo(blds.get(permit.get("PermitType")));
    }
    assertThat(all("PermitType")).isEqualTo(blds.keySet());
  }

  @Test
  void everyStatusButDraftOccursUnderEveryWordOfTheCity() {
    Map<String, String> words = statusesByWord();
    assertThat(all("StatusCurrent")).isEqualTo(words.keySet());
    for (Csv.Row permit : permits) {
      String status = statusOf(permit);
      assertThat(permit.get("StatusCurrentMapped"))
          .as(permit.get("PermitNum"))
          .isEqualTo(mapped(status, permit.get("StatusCurrent")));
    }
    assertThat(all("StatusCurrentMapped")).hasSize(9);
  }

  @Test
  void datesFollowOneAnotherAndTheStatus() {
    for (Csv.Row permit : permits) {
      String status = statusOf(permit);
      LocalDate applied = LocalDate.parse(permit.get("AppliedDate"));
      Optional<LocalDate> issued = date(permit, "IssuedDate");
      Optional<LocalDate> completed = date(permit, "CompletedDate");
      LocalDate since = LocalDate.parse(permit.get("StatusDate"));
      assertThat(issued.isEmpty()).as("%s", permit).isEqualTo(BEFORE_ISSUANCE.contains(status));
      assertThat(completed.isPresent()).as("%s", permit).isEqualTo(COMPLETED.contains(status));
      assertThat(issued.orElse(applied)).as("%s", permit).isAfterOrEqualTo(applied);
      assertThat(completed.or(() -> issued).orElse(applied))
          .as("%s", permit)
          .isBetween(issued.orElse(applied), since);
      assertThat(date(permit, "VoidDate").isPresent()).isEqualTo(status.equals("VOID"));
      assertThat(date(permit, "COIssuedDate").isPresent()).isEqualTo(status.equals("CO_ISSUED"));
      date(permit, "ExpiresDate")
          .ifPresent(expires -> assertThat(expires).isAfter(issued.orElseThrow()));
      date(permit, "HoldDate").ifPresent(hold -> assertThat(hold).isAfterOrEqualTo(since));
    }
  }

  @Test
  void numbersFollowTheCitysFormatAndTheYearOfTheApplication() {
    Map<String, String> prefixes =
        types
            .valueStream()
            .collect(
                toMap(type -> type.at("/label/en").asText(), type -> type.path("prefix").asText()));
    Map<String, Csv.Row> byNumber =
        permits.stream().collect(toMap(permit -> permit.get("PermitNum"), Function.identity()));
    int subPermits = 0;
    for (Csv.Row permit : permits) {
      String number = permit.get("PermitNum");
      String master = permit.get("MasterPermitNum");
      if (master.isEmpty()) {
        String year = permit.get("AppliedDate").substring(2, 4);
        assertThat(number).matches(prefixes.get(permit.get("PermitType")) + year + "-[0-9]{4}");
      } else {
        subPermits++;
        assertThat(number).matches(Pattern.quote(master) + "-[0-9]{2}");
        assertThat(byNumber).containsKey(master);
        assertThat(byNumber.get(master))
            .extracting(row -> row.get("PIN"), row -> row.get("OriginalAddress1"))
            .containsExactly(permit.get("PIN"), permit.get("OriginalAddress1"));
      }
    }
    assertThat(subPermits).isBetween(10, 30);
    assertThat(permits.stream().map(permit -> permit.get("AppliedDate").substring(0, 4)).distinct())
        .containsExactlyInAnyOrder("2024", "2025", "2026");
  }

  @Test
  void aCompanyHasOneLicenseAndHomeownersNone() {
    Map<String, String> licenses = new TreeMap<>();
    for (Csv.Row permit : permits) {
      String company = permit.get("ContractorCompanyName");
      String license = permit.get("ContractorLicNum");
      assertThat(license.isEmpty()).isEqualTo(company.isEmpty());
      String other = licenses.putIfAbsent(company, license);
      assertThat(other == null || other.equals(license)).as(company).isTrue();
    }
    assertThat(licenses).hasSizeBetween(35, 50);
    assertThat(permits.stream().filter(permit -> permit.get("ContractorLicNum").isEmpty()))
        .hasSizeGreaterThan(15);
  }

  @Test
  void theFileHoldsWhatReadersOfCsvStumbleOver() {
    Set<String> companies = all("ContractorCompanyName");
    assertThat(companies).anyMatch(name -> name.contains(",")).anyMatch(name -> name.contains("'"));
    assertThat(companies).anyMatch(name -> name.contains("&")).anyMatch(name -> name.contains("é"));
    assertThat(all("Description")).anyMatch(text -> text.contains("\""));
    assertThat(all("OriginalAddress1").stream().map(a -> a.replaceFirst("^[0-9]+ ", "")).distinct())
        .hasSizeGreaterThanOrEqualTo(38);
  }

  private static String statusOf(Csv.Row permit) {
    return Optional.ofNullable(statusesByWord().get(permit.get("StatusCurrent"))).orElseThrow();
  }

  private static Map<String, String> statusesByWord() {
    Map<String, String> words = new HashMap<>();
    city.path("statuses")
        .valueStream()
        .forEach(
            status ->
                status
                    .path("import")
                    .forEach(word -> words.put(word.asText(), status.path("status").asText())));
    return words;
  }

  /**
   * Returns the value of BLDS's StatusCurrentMapped for a status of the portal.
   *
   * @param word the city's word for the status
   */
  private static String mapped(String status, String word) {
    return switch (status) {
      case "SUBMITTED" -> "Application Accepted";
      case "INCOMPLETE", "CORRECTIONS", "IN_REVIEW", "RESUBMITTED" -> "In Review";
      case "APPROVED" -> "Fees/Payment";
      case "ISSUED" -> "Permit Issued";
      case "INSPECTIONS" -> "Inspection Phase";
      case "FINALED" ->
          word.contains("Temporary CO") ? "Permit Finaled with Conditions" : "Permit Finaled";
      case "CO_ISSUED", "COC_ISSUED" -> "Occupancy";
      case "WITHDRAWN", "DENIED", "VOID", "REVOKED", "EXPIRED" -> "Permit Cancelled";
      default -> throw new IllegalArgumentException(status);
    };
  }

  private static Set<String> all(String column) {
    return permits.stream().map(permit -> permit.get(column)).collect(toSet());
  }

  private static Optional<LocalDate> date(Csv.Row permit, String column) {
    return Optional.of(permit.get(column)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
  }
}
