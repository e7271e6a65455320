package org.permitportal.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityRulesTest {
  private static final String CONTRACT =
      """
      openapi: 3.0.3
      paths: {/v1/portal: {get: {operationId: getPortal, x-portal-caller: anyone}}}
      """;

  @TempDir Path temporary;
  private Infrastructure infrastructure;

  @BeforeEach
  void copy() throws IOException {
    infrastructure = Infrastructure.copiedTo(temporary);
    infrastructure.contract(CONTRACT);
  }

  @Test
  void theSampleCityIsRightAndBecomesCompactJson() throws IOException {
    assertThat(infrastructure.errors()).isEmpty();

    Path written = infrastructure.output().resolve("classes/org/permitportal/city.json");
    String text = Files.readString(written);
    JsonNode city = new ObjectMapper().readTree(text);
    assertThat(text).doesNotContain("\n");
    assertThat(city.at("/terms/effective").isTextual()).isTrue();
    assertThat(city.at("/files/wizard/maxBytes").asLong()).isEqualTo(25L * 1024 * 1024);
    assertThat(city.at("/accountTypes/12/label/es").asText()).isEqualTo("Propietario de vivienda");
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
          minutes: 15                      | minutes: "15"                     | codes.minutes: string found, integer expected
          minutes: 15                      | minutes: 90                       | codes.minutes: must have a maximum value of 60
          tries: 5                         | triez: 5                          | codes.triez: is not known here
          zip: "80999"                     | zip: 80999                        | contact.address.zip: integer found, string expected
          zip: "80999"                     | zip: "8099"                       | contact.address.zip: must be
          phone: "+1 719                   | phone: "719                       | contact.phone: must begin with +1
          email: permits@juniperfalls      | email: permits.juniperfalls       | contact.email: must be an e-mail address
          effective: 2026-01-15            | effective: 2026-02-30             | terms.effective: must be a date
          version: "2026-01"               | version: 1.0                      | terms.version: number found, string expected
          companyList: true                | companyList: yes                  | registration.companyList: string found, boolean expected
          state: CO\\n# The zone           | state: Colorado\\n# The zone      | state: must be
          languages: [en, es]              | languages: [en, fr]               | languages[1]: does not have a value in the enumeration
          key: first-street                | key: First Street                 | secretQuestions[0].key: must be small letters
          minLength: 8                     | minLength: 6                      | password.minLength: must have a minimum value of 8
          maxLength: 256                   | maxLength: 300                    | password.maxLength: must have a maximum value of 256
          yearDigits: 2\\n                 | yearDigits: 3\\n                  | permitNumber.yearDigits: does not have a value
          maxFiles: 10\\n                  | maxFiles: 11\\n                   | files.wizard.maxFiles: must have a maximum value of 10
          maxBytes: 209715200              | maxBytes: 1000000000              | files.plans.maxBytes: must have a maximum
          blds: Pool/Spa                   | blds: Pool                        | permitTypes[8].blds: does not have a value
          # what YAML would let pass
          idImageRetentionDays: 30         | idImageRetentionDays:             | idImageRetentionDays: has no value
          prefix: AEC                      | prefix: &aec AEC                  | accountNumber.prefix: anchors
          prefix: AEC                      | prefix: !Sub AEC                  | accountNumber.prefix: tags
          digits: 3                        | prefix: B                         | accountNumber.prefix: is given twice
          # what a city that is deployed may not
          memoryKiB: 19456                 | memoryKiB: 64                     | secretAnswers.memoryKiB: must be at least 19456
          passes: 2                        | passes: 1                         | secretAnswers.passes: must be at least 2
          # what only looking at two places shows
          timeZone: America/Denver         | timeZone: America/Juniper_Falls   | timeZone: unknown time zone 'America/Juniper_Falls'
          prefix: DEM                      | prefix: BLD                       | permitTypes[1].prefix: prefix 'BLD' is used at line
          key: first-tool                  | key: first-street                 | secretQuestions[2].key: key 'first-street' is used at line
          key: roofing                     | key: masonry                      | accountTypes[6].key: key 'masonry' is used at line
          {kind: homeowner-declaration,    | {kind: license,                   | accountTypes[12].attachments[0]: unknown kind 'license'
          {kind: homeowner-declaration,    | {kind: photo-id,                  | accountTypes[12].attachments[1]: kind 'photo-id' is used at line
          asked: none\\n                   | asked: required\\n                | accountTypes[12].license: a license is asked for
          {en: Roof, es: Techo}            | {en: Roof}                        | permitTypes[5].label: has no text in 'es'
          {en: Roof, es: Techo}            | {en: " ", es: Techo}              | permitTypes[5].label: has no text in 'en'
          {en: Business license, es: Lice  | {es: Lice                         | attachmentKinds[0].label: has no text in 'en'
          import: [Revoked]                | import: [void]                    | permitStatuses[15].import[0]: 'void' is used at line
          status: DENIED                   | status: VOID                      | permitStatuses: 'DENIED' is missing
          import: []                       | import: [Draft]                   | permitStatuses[0].import: a draft is never imported
          word: Accessory Dwelling         | word: accessory demolition        | permitWords[1].word: word 'accessory demolition' is used at line
          legalForms: [LLC,                | legalForms: [LLC, llc,            | legalForms[1]: 'llc' is used at line
          legalForms: [LLC,                | legalForms: [L.L.C.,              | legalForms[0]: may hold letters only
          """)
  void eachMistakeNamesItsLine(String right, String wrong, String message) throws IOException {
    String before = right.replace("\\n", "\n");
    String city = infrastructure.city();
    assertThat(city).contains(before);
    int at = city.indexOf(before);
    infrastructure.city(
        city.substring(0, at) + wrong.replace("\\n", "\n") + city.substring(at + before.length()));

    int line = lineOf(message, at);
    assertThat(infrastructure.errors())
        .anySatisfy(
            error ->
                assertThat(error)
                    .startsWith("infrastructure/city/city.yaml:" + line + ": " + message));
    assertThat(infrastructure.output()).doesNotExist();
  }

  /** The line that was changed, or where a mistake shows elsewhere, the line that it names. */
  private int lineOf(String message, int at) throws IOException {
    String city = infrastructure.city();
    if (message.startsWith("permitStatuses: ")) {
      return Infrastructure.lineOf(city, "permitStatuses:");
    }
    if (message.startsWith("accountTypes[6]")) {
      return Infrastructure.lineOf(city, "{en: Masonry contractor") - 1;
    }
    if (message.startsWith("accountTypes[12].attachments[1]")) {
      return Infrastructure.lineOf(city, "es: Propietario de vivienda}\n    holders") + 8;
    }
    if (message.startsWith("accountTypes[12].license")) {
      return Infrastructure.lineOf(city, "es: Propietario de vivienda}\n    holders") + 2;
    }
    return (int) city.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
  }

  @Test
  void aMissingSettingNamesTheLineOfWhatItBelongsTo() throws IOException {
    String city = infrastructure.city();
    infrastructure.city(city.replace("  tries: 5\n", "").replace("place: Juniper Falls\n", ""));

    int codes = Infrastructure.lineOf(infrastructure.city(), "\ncodes:") + 1;
    assertThat(infrastructure.errors())
        .contains("infrastructure/city/city.yaml:" + codes + ": codes: 'tries' is missing")
        .anyMatch(line -> line.endsWith(": 'place' is missing"));
  }

  @Test
  void aTranslationOfTheTermsHasAllItsParagraphs() throws IOException {
    String city = infrastructure.city();
    int last = city.indexOf("      Enviamos los avisos");
    infrastructure.city(city.substring(0, last) + city.substring(city.indexOf('\n', last) + 1));

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
        infrastructure
            .city()
            .replace("minutes: 15", "minutes: 1000")
            .replace("America/Denver", "Mars/Base")
            .replace("prefix: DEM", "prefix: dem"));

    assertThat(infrastructure.errors()).hasSize(4);
  }

  @Test
  void wordsThatOlderYamlReadsAsSomethingElseStayText() throws IOException {
    infrastructure.city(
        infrastructure
            .city()
            .replace("es: Techo", "es: no")
            .replace("es: Cerca", "es: 12:30")
            .replace("es: Mecánica", "es: 0123"));

    assertThat(infrastructure.errors()).isEmpty();
    JsonNode types =
        new ObjectMapper()
            .readTree(
                infrastructure.output().resolve("classes/org/permitportal/city.json").toFile())
            .path("permitTypes");
    assertThat(types.at("/5/label/es").asText()).isEqualTo("no");
    assertThat(types.at("/6/label/es").asText()).isEqualTo("12:30");
    assertThat(types.at("/3/label/es").asText()).isEqualTo("0123");
  }
}
