package org.permitportal.imports;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.imports.PermitImport.RowError;
import org.permitportal.permits.Contractor;
import org.permitportal.permits.PermitDates;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitNumber;
import org.permitportal.permits.PermitStatus;
import org.permitportal.permits.Place;
import org.permitportal.permits.Work;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;

/**
 * Converts BLDS rows to permits. The standard defines the required columns. The city's file defines
 * the words for each status and each permit type.
 */
@Singleton
class BldsReader {
  private static final String NUMBER = "[A-Za-z0-9][A-Za-z0-9 ./_-]{0,39}";
  private final City city;

  BldsReader(City city) {
    this.city = city;
  }

  /** The permit of a row, or the row's errors. */
  record Read(int line, @Nullable PermitFacts permit, List<RowError> errors) {}

  Read read(BldsRow row, int line) {
    BldsCells cells = new BldsCells(row, line);
    PermitFacts permit = permit(cells);
    boolean good = cells.errors().isEmpty();
    return new Read(line, good ? permit : null, cells.errors());
  }

  private PermitFacts permit(BldsCells cells) {
    String number = cells.required("PermitNum", NUMBER, "BLD25-0042");
    PermitStatus status = status(cells);
    String mapped = cells.text("StatusCurrentMapped");
    PermitDates dates = dates(cells);
    LocalDate since = dates.latest();
    return new PermitFacts(
        Ids.derived("city", "importPermits", PermitNumber.normal(number)),
        number,
        type(cells),
        status,
        status == PermitStatus.APPROVED && PermitStatus.FEES_DUE.equalsIgnoreCase(mapped),
        status == PermitStatus.FINALED && PermitStatus.CONDITIONAL.equalsIgnoreCase(mapped),
        cells.required("Description"),
        place(cells),
        cells.text("PIN"),
        dates,
        work(cells),
        contractor(cells),
        cells.text("MasterPermitNum"),
        cells.hash(),
        0,
        since.atStartOfDay(city.zone()).toInstant(),
        1);
  }

  private Place place(BldsCells cells) {
    return new Place(
        cells.required("OriginalAddress1"),
        cells.text("OriginalAddress2"),
        cells.required("OriginalCity"),
        cells.required("OriginalState", "[A-Z]{2}", "CO"),
        cells.required("OriginalZip", "\\d{5}(-\\d{4})?", "80999"));
  }

  private static PermitDates dates(BldsCells cells) {
    cells.requireOne("AppliedDate", "IssuedDate");
    LocalDate voided = cells.day("VoidDate");
    LocalDate status = cells.day("StatusDate");
    return new PermitDates(
        cells.day("AppliedDate"),
        cells.day("IssuedDate"),
        cells.day("CompletedDate"),
        cells.day("COIssuedDate"),
        cells.day("ExpiresDate"),
        status == null ? voided : status,
        cells.day("HoldDate"));
  }

  private static Work work(BldsCells cells) {
    cells.count("AddedSqFt");
    cells.count("RemovedSqFt");
    cells.decimal("Latitude");
    cells.decimal("Longitude");
    cells.cents("Fee");
    return new Work(
        cells.text("PermitTypeDesc"),
        cells.text("PermitClass"),
        cells.text("WorkClass"),
        cells.text("ProposedUse"),
        cells.text("ProjectName"),
        cells.cents("EstProjectCost"),
        cells.count("TotalSqFt"),
        cells.count("HousingUnits"));
  }

  private static @Nullable Contractor contractor(BldsCells cells) {
    String name = cells.text("ContractorCompanyName");
    return name == null
        ? null
        : new Contractor(
            name,
            cells.text("ContractorTrade"),
            cells.text("ContractorLicNum"),
            cells.text("ContractorStateLic"));
  }

  /**
   * Returns the permit's status. A row without a status must have a date of completion, as the
   * standard allows. Its permit is finished.
   */
  private PermitStatus status(BldsCells cells) {
    cells.requireOne("StatusCurrent", "CompletedDate");
    String word = cells.text("StatusCurrent");
    if (word == null) {
      return PermitStatus.FINALED;
    }
    Optional<PermitStatus> known =
        city.permits().statuses().stream()
            .filter(words -> words.imported().stream().anyMatch(word::equalsIgnoreCase))
            .map(words -> PermitStatus.valueOf(words.status()))
            .findFirst();
    if (known.isEmpty()) {
      cells.wrong("StatusCurrent", "UNKNOWN", "The city's file has no status for this word.");
    }
    return known.orElse(PermitStatus.VOID);
  }

  private String type(BldsCells cells) {
    for (String column : List.of("PermitType", "PermitTypeMapped")) {
      String word = cells.text(column);
      if (word != null) {
        Optional<City.PermitType> known =
            city.permitTypes().stream().filter(type -> means(type, word)).findFirst();
        if (known.isPresent()) {
          return known.get().key();
        }
      }
    }
    String number =
        PermitNumber.normal(cells.text("PermitNum") == null ? "" : cells.required("PermitNum"));
    return city.permitTypes().stream()
        .filter(type -> !type.prefix().isEmpty() && number.startsWith(type.prefix()))
        .findFirst()
        .map(City.PermitType::key)
        .orElseGet(
            () -> {
              cells.wrong("PermitType", "UNKNOWN", "The city's file has no such permit type.");
              return "";
            });
  }

  private static boolean means(City.PermitType type, String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return type.key().equals(lower)
        || type.blds().equalsIgnoreCase(word)
        || type.label().values().stream().anyMatch(word::equalsIgnoreCase);
  }
}
