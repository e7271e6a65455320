package org.permitportal.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CityRulesTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      paths: {/v1/portal: {get: {operationId: getPortal, x-portal-caller: anyone}}}
      """;

  private static final String CITY = "city.yaml";

  @TempDir Path temporary;
  private Infrastructure infrastructure;

  @BeforeEach
  void copy() throws IOException {
    infrastructure = Infrastructure.copiedTo(temporary);
    infrastructure.contract(CONTRACT);
  }

  @Test
  void theSampleCityIsRightAndBecomesCompactJsonByTopic() throws IOException {
    assertThat(infrastructure.errors()).isEmpty();

    JsonNode files = infrastructure.topic("files");
    Path written = infrastructure.output().resolve("classes/org/permitportal/city/files.json");
    String text = Files.readString(written);
    assertThat(text).doesNotContain("\n");
    assertThat(files.at("/wizard/maxBytes").asLong()).isEqualTo(25L * 1024 * 1024);
    assertThat(infrastructure.topic("terms").path("effective").isTextual()).isTrue();
    assertThat(infrastructure.topic("accounts").at("/types/12/label/es").asText())
        .isEqualTo("Propietario de vivienda");
    assertThat(infrastructure.topic("types").findValuesAsText("prefix"))
        .containsExactly("BLD", "DEM", "ELE", "FEN", "GRD", "MEC", "PLM", "POL", "ROF");
    assertThat(infrastructure.topic("city").has("terms")).isFalse();
    assertThat(infrastructure.errors()).isEmpty();
    assertThat(Files.readString(written)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          # what the schema holds
          name: City of Juniper Falls      | title: City of Juniper Falls      | title: is not known here
          minutes: 15                      | minutes: "15"                     | security.codes.minutes: string found, integer expected
          minutes: 15                      | minutes: 90                       | security.codes.minutes: must have a maximum value of 60
          tries: 5                         | triez: 5                          | security.codes.triez: is not known here
          zip: "80999"                     | zip: 80999                        | contact.address.zip: integer found, string expected
          zip: "80999"                     | zip: "8099"                       | contact.address.zip: must be
          phone: "+1 719                   | phone: "719                       | contact.phone: must begin with +1
          email: permits@juniperfalls      | email: permits.juniperfalls       | contact.email: must be an email address
          effective: 2026-01-15            | effective: 2026-02-30             | terms.effective: must be a date
          version: "2026-01"               | version: 1.0                      | terms.version: number found, string expected
          companyList: true                | companyList: yes                  | registration.companyList: string found, boolean expected
          state: CO\\n# The zone           | state: Colorado\\n# The zone      | state: must be
          languages: [en, es]              | languages: [en, fr]               | languages[1]: has no messages: the folder messages has en, es
          key: first-street                | key: First Street                 | security.secretQuestions[0].key: must be small letters
          minLength: 8                     | minLength: 6                      | security.password.minLength: must have a minimum value of 8
          maxLength: 256                   | maxLength: 300                    | security.password.maxLength: must have a maximum value of 256
          yearDigits: 2\\n                 | yearDigits: 3\\n                  | permits.number.yearDigits: does not have a value
          maxFiles: 10\\n                  | maxFiles: 11\\n                   | files.wizard.maxFiles: must have a maximum value of 10
          maxBytes: 209715200              | maxBytes: 1000000000              | files.plans.maxBytes: must have a maximum
          # what YAML would let pass
          idImageRetentionDays: 30         | idImageRetentionDays:             | licenses.idImageRetentionDays: has no value
          prefix: AEC                      | prefix: &aec AEC                  | accounts.number.prefix: anchors
          prefix: AEC                      | prefix: !Sub AEC                  | accounts.number.prefix: tags
          digits: 3                        | prefix: B                         | accounts.number.prefix: is given twice
          # what a city that is deployed may not
          memoryKiB: 19456                 | memoryKiB: 64                     | security.secretAnswers.memoryKiB: must be at least 19456
          passes: 2                        | passes: 1                         | security.secretAnswers.passes: must be at least 2
          # what only looking at two places shows
          timeZone: America/Denver         | timeZone: America/Juniper_Falls   | timeZone: unknown time zone 'America/Juniper_Falls'
          key: first-tool                  | key: first-street                 | security.secretQuestions[2].key: key 'first-street' is used at line
          key: roofing                     | key: masonry                      | accounts.types[6].key: key 'masonry' is used at line
          {kind: homeowner-declaration,    | {kind: license,                   | accounts.types[12].attachments[0]: unknown kind 'license'
          {kind: homeowner-declaration,    | {kind: photo-id,                  | accounts.types[12].attachments[1]: kind 'photo-id' is used at line
          asked: none\\n                   | asked: required\\n                | accounts.types[12].license: a license is asked for
          {en: Business license, es: Lice  | {es: Lice                         | accounts.attachmentKinds[0].label: has no text in 'en'
          import: [Revoked]                | import: [void]                    | permits.statuses[15].import[0]: 'void' is used at line
          status: DENIED                   | status: VOID                      | permits.statuses: 'DENIED' is missing
          import: []                       | import: [Draft]                   | permits.statuses[0].import: a draft is never imported
          word: Accessory Dwelling         | word: accessory demolition        | permits.words[1].word: word 'accessory demolition' is used at line
          legalForms: [LLC,                | legalForms: [LLC, llc,            | accounts.legalForms[1]: 'llc' is used at line
          legalForms: [LLC,                | legalForms: [L.L.C.,              | accounts.legalForms[0]: may hold letters only
          """)
  void eachMistakeNamesItsLine(String right, String wrong, String message) throws IOException {
    String before = right.replace("\\n", "\n");
    String city = infrastructure.city(CITY);
    assertThat(city).contains(before);
    int at = city.indexOf(before);
    infrastructure.city(
        CITY,
        city.substring(0, at) + wrong.replace("\\n", "\n") + city.substring(at + before.length()));

    int line = lineOf(message, at);
    assertThat(infrastructure.errors())
        .anySatisfy(
            error ->
                assertThat(error)
                    .startsWith("infrastructure/city/city.yaml:" + line + ": " + message));
    assertThat(infrastructure.output()).doesNotExist();
  }

  /**
   * Returns the line that the message must name: the changed line, or another line for some
   * mistakes.
   */
  private int lineOf(String message, int at) throws IOException {
    String city = infrastructure.city(CITY);
    if (message.startsWith("permits.statuses: ")) {
      return Infrastructure.lineOf(city, "  statuses:");
    }
    if (message.startsWith("accounts.types[6]")) {
      return Infrastructure.lineOf(city, "{en: Masonry contractor") - 1;
    }
    if (message.startsWith("accounts.types[12].attachments[1]")) {
      return Infrastructure.lineOf(city, "es: Propietario de vivienda}\n      holders") + 8;
    }
    if (message.startsWith("accounts.types[12].license")) {
      return Infrastructure.lineOf(city, "es: Propietario de vivienda}\n      holders") + 2;
    }
    return (int) city.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  @Test
  void aMissingSettingNamesTheLineOfWhatItBelongsTo() throws IOException {
    String city = infrastructure.city(CITY);
    infrastructure.city(
        CITY, city.replace("    tries: 5\n", "").replace("place: Juniper Falls\n", ""));

    int codes = Infrastructure.lineOf(infrastructure.city(CITY), "\n  codes:") + 1;
    assertThat(infrastructure.errors())
        .contains("infrastructure/city/city.yaml:" + codes + ": security.codes: 'tries' is missing")
        .anyMatch(line -> line.endsWith(": 'place' is missing"));
  }

  @Test
  void aTranslationOfTheTermsHasAllItsParagraphs() throws IOException {
    String city = infrastructure.city(CITY);
    int last = city.indexOf("      Enviamos los avisos");
    infrastructure.city(
        CITY, city.substring(0, last) + city.substring(city.indexOf('\n', last) + 1));

    int es = Infrastructure.lineOf(city, "    es: |");
    assertThat(infrastructure.errors())
        .containsExactly(
            "infrastructure/city/city.yaml:"
                + es
                + ": terms.text.es: has 6 paragraphs, but the first language has 7");
  }

  @Test
  void everyMistakeOfBothFilesIsPrintedInOneRun() throws IOException {
    infrastructure.contract(CONTRACT.replace("anyone", "everyone"));
    infrastructure.city(
        CITY,
        infrastructure
            .city(CITY)
            .replace("minutes: 15", "minutes: 1000")
            .replace("America/Denver", "Mars/Base")
            .replace("prefix: AEC", "prefix: aec"));

    assertThat(infrastructure.errors()).hasSize(4);
  }

  @Test
  void wordsThatOlderYamlReadsAsSomethingElseStayText() throws IOException {
    for (String word : List.of("no", "12:30", "0123")) {
      String roof = infrastructure.city("types/roof.yaml");
      infrastructure.city("types/roof.yaml", roof.replaceFirst("es: [^}]+", "es: " + word));

      assertThat(infrastructure.errors()).isEmpty();
      assertThat(infrastructure.topic("types").at("/8/label/es").asText()).isEqualTo(word);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          roof       | blds: Roof        | blds: Roofs         | 4: blds: does not have a value
          roof       | prefix: ROF       | preface: ROF        | 5: preface: is not known here
          roof       | es: Techo         | es: " "             | 3: label: has no text in 'es'
          roof       | en: Roof, es      | es                  | 3: label: has no text in 'en'
          demolition | prefix: DEM       | prefix: BLD         | 5: prefix: prefix 'BLD' is used at infrastructure/city/types/building.yaml:5 already
          demolition | key: demolition   | key: building       | 2: key: key 'building' is used at infrastructure/city/types/building.yaml:2 already
          """)
  void eachMistakeInATypeOfPermitNamesFileAndLine(
      String type, String right, String wrong, String message) throws IOException {
    String file = "types/" + type + ".yaml";
    assertThat(infrastructure.city(file)).contains(right);
    infrastructure.city(file, infrastructure.city(file).replace(right, wrong));

    assertThat(infrastructure.errors())
        .anyMatch(line -> line.startsWith("infrastructure/city/" + file + ":" + message));
    assertThat(infrastructure.output()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fee.yaml", "city.yml", "types/roof.yml", "types/notes.txt"})
  void aFileThatNothingReadsIsNamed(String file) throws IOException {
    infrastructure.city(file, "key: value\n");

    assertThat(infrastructure.errors())
        .containsExactly(
            "infrastructure/city/"
                + file
                + ": is not known: a city's settings are in city.yaml and types/*.yaml");
  }

  @Test
  void aThirdLanguageIsAFolderOfMessagesAndALine() throws IOException {
    String right = infrastructure.city(CITY);
    infrastructure.city(CITY, right.replaceAll("(?m)^languages: .*$", "languages: [en, fr]"));
    for (String file : List.of(CITY, "types/roof.yaml", "types/fence.yaml")) {
      infrastructure.city(file, infrastructure.city(file).replaceAll("\\bes: ", "fr: "));
    }
    Files.createDirectories(infrastructure.mail("fr").getParent());
    assertThat(infrastructure.errors())
        .contains(
            "infrastructure/city/city.yaml:"
                + Infrastructure.lineOf(right, "languages: [en, es]")
                + ": languages[1]: lacks messages/fr/mails/welcome.txt")
        .anyMatch(line -> line.contains("types/building.yaml:3: label: has no text in 'fr'"))
        .noneMatch(line -> line.contains("city.yaml") && line.contains("no text in"))
        .noneMatch(line -> line.contains("roof.yaml"));

    Files.copy(infrastructure.mail("en"), infrastructure.mail("fr"));
    infrastructure.translateTypes("fr");
    assertThat(infrastructure.errors()).isEmpty();
    assertThat(infrastructure.topic("city").path("languages").toString())
        .isEqualTo("[\"en\",\"fr\"]");
  }

  @Test
  void aCityHasItsFileAndATypeOfPermit() throws IOException {
    try (Stream<Path> types = Files.list(infrastructure.folder().resolve("city/types"))) {
      for (Path type : types.toList()) {
        Files.delete(type);
      }
    }
    Files.delete(infrastructure.folder().resolve("city/city.yaml"));

    assertThat(infrastructure.errors())
        .containsExactly(
            "infrastructure/city/city.yaml: there is no such file",
            "infrastructure/city/types: must have 1 to 33 files, one for each type of permit");
  }
}
