package org.permitportal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.permitportal.imports.PermitImport.RowError;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitStatus;
import org.permitportal.permits.TheSample;
import org.permitportal.platform.TheCity;

class BldsReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BldsReader READER = new BldsReader(TheCity.CITY);
  private static final Map<String, String> GOOD =
      Map.of(
          "PermitNum", "BLD25-0042",
          "Description", "Kitchen remodel",
          "AppliedDate", "2025-03-04",
          "StatusCurrent", "plan review",
          "OriginalAddress1", "225 Lookout Ridge Rd",
          "OriginalCity", "Juniper Falls",
          "OriginalState", "CO",
          "OriginalZip", "80998",
          "PermitType", "Building");

  @Test
  void everyRowOfTheSampleIsAPermitWithTheStatusTheFileMaps() throws IOException {
    List<Map<String, String>> rows = TheSample.rows();
    assertThat(rows).hasSizeGreaterThan(300);
    for (Map<String, String> row : rows) {
      BldsReader.Read read = READER.read(row(row), 2);
      assertThat(read.errors()).as(row.toString()).isEmpty();
      PermitFacts permit = Objects.requireNonNull(read.permit());
      String mapped = permit.status().blds(permit.feesDue(), permit.conditional());
      if (permit.status() != PermitStatus.APPROVED) {
        assertThat(mapped).as(row.toString()).isEqualTo(row.get("StatusCurrentMapped"));
      }
    }
  }

  @Test
  void aRowBecomesAPermit() throws IOException {
    PermitFacts permit =
        Objects.requireNonNull(read(Map.of("EstProjectCost", "1250.505")).permit());
    assertThat(permit.status()).isEqualTo(PermitStatus.IN_REVIEW);
    assertThat(permit.type()).isEqualTo("building");
    assertThat(permit.dates().applied()).isEqualTo(LocalDate.of(2025, 3, 4));
    assertThat(permit.work().valueCents()).isEqualTo(125_051);
    assertThat(permit.changedAt()).hasToString("2025-03-04T07:00:00Z");
  }

  @Test
  void everythingThatIsWrongWithARowIsSaidAtOnceByColumn() throws IOException {
    Map<String, String> bad = new HashMap<>(GOOD);
    bad.remove("Description");
    bad.remove("AppliedDate");
    bad.putAll(
        Map.of(
            "PermitNum", "  -!  ",
            "IssuedDate", "2025-02-30",
            "StatusCurrent", "Somewhere",
            "OriginalZip", "8099",
            "EstProjectCost", "1,250",
            "TotalSqFt", "-3",
            "ProjectName", "a\u0007b",
            "PermitType", "Castle"));
    BldsReader.Read read = READER.read(row(bad), 17);
    assertThat(read.permit()).isNull();
    assertThat(read.errors()).allMatch(e -> e.line() == 17 && !e.message().isBlank());
    assertThat(read.errors().stream().map(RowError::column))
        .containsExactlyInAnyOrder(
            "Description",
            "PermitNum",
            "IssuedDate",
            "StatusCurrent",
            "OriginalZip",
            "EstProjectCost",
            "TotalSqFt",
            "ProjectName",
            "PermitType");
  }

  @Test
  void approvedIsFeesDueOnlyWhenTheFileSaysSo() throws IOException {
    assertThat(fees("Approved", "Fees/Payment")).isTrue();
    assertThat(fees("Approved", "In Review")).isFalse();
    assertThat(fees("Issued", "Fees/Payment")).isFalse();
  }

  @Test
  void aCompletedPermitMayComeWithoutAStatus() throws IOException {
    Map<String, String> row = new HashMap<>(GOOD);
    row.remove("StatusCurrent");
    assertThat(READER.read(row(row), 2).permit()).isNull();
    row.put("CompletedDate", "2025-06-01");
    assertThat(Objects.requireNonNull(READER.read(row(row), 2).permit()).status())
        .isEqualTo(PermitStatus.FINALED);
  }

  private static boolean fees(String status, String mapped) throws IOException {
    return Objects.requireNonNull(
            read(Map.of("StatusCurrent", status, "StatusCurrentMapped", mapped)).permit())
        .feesDue();
  }

  private static BldsReader.Read read(Map<String, String> changes) throws IOException {
    Map<String, String> row = new HashMap<>(GOOD);
    row.putAll(changes);
    return READER.read(row(row), 2);
  }

  private static BldsRow row(Map<String, String> cells) throws IOException {
    return JSON.readValue(JSON.writeValueAsBytes(cells), BldsRow.class);
  }
}
