package org.permitportal.imports;

import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.permitportal.permits.ImportedPermits;
import org.permitportal.permits.PermitFacts;
import org.permitportal.permits.PermitNumber;
import org.permitportal.platform.Caller.StaffMember;

/**
 * Imports permits from the city's present system. Each row is imported in one transaction.
 * Importing the same row again changes nothing. The import does not change the parties, documents
 * and events of a permit.
 */
@Singleton
public class PermitImport {
  private final ImportedPermits records;
  private final BldsReader reader;

  PermitImport(ImportedPermits records, BldsReader reader) {
    this.records = records;
    this.reader = reader;
  }

  /**
   * An error in a row.
   *
   * @param line the row's line number in the caller's file
   */
  @Serdeable
  public record RowError(int line, String column, String code, String message) {}

  /**
   * The number of rows for each result. The list {@code errors} has at least one entry for each
   * refused row.
   */
  @Serdeable
  public record Report(
      int created, int updated, int unchanged, int refused, List<RowError> errors) {}

  private enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    REFUSED
  }

  /**
   * Imports rows.
   *
   * @param importer the staff member who imports the rows
   * @param firstLine the line number of the first row in the caller's file
   * @return the number of rows for each result, and the errors
   */
  public Report run(StaffMember importer, List<BldsRow> rows, int firstLine) {
    Map<Outcome, Integer> counts = new LinkedHashMap<>();
    List<RowError> errors = new ArrayList<>();
    Map<String, BldsReader.Read> good = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      BldsReader.Read read = reader.read(rows.get(i), firstLine + i);
      if (read.permit() == null) {
        errors.addAll(read.errors());
        counts.merge(Outcome.REFUSED, 1, Integer::sum);
      } else {
        BldsReader.Read before =
            good.putIfAbsent(PermitNumber.normal(read.permit().number()), read);
        if (before != null) {
          counts.merge(again(before, read, errors), 1, Integer::sum);
        }
      }
    }
    ImportedPermits.Batch batch =
        records.batch(importer, good.values().stream().map(PermitImport::permit).toList());
    good.forEach((_, read) -> counts.merge(bring(read, batch, errors), 1, Integer::sum));
    errors.sort(Comparator.comparingInt(RowError::line));
    return new Report(
        counts.getOrDefault(Outcome.CREATED, 0),
        counts.getOrDefault(Outcome.UPDATED, 0),
        counts.getOrDefault(Outcome.UNCHANGED, 0),
        counts.getOrDefault(Outcome.REFUSED, 0),
        errors);
  }

  private static Outcome bring(
      BldsReader.Read read, ImportedPermits.Batch batch, List<RowError> errors) {
    return switch (batch.bring(permit(read))) {
      case CREATED -> Outcome.CREATED;
      case UPDATED -> Outcome.UPDATED;
      case UNCHANGED -> Outcome.UNCHANGED;
      case KEPT_HERE -> {
        errors.add(error(read, "KEPT_HERE", "This permit was applied for in the portal."));
        yield Outcome.REFUSED;
      }
      case BUSY -> {
        errors.add(error(read, "BUSY", "This permit is being changed. Send the row again."));
        yield Outcome.REFUSED;
      }
    };
  }

  private static Outcome again(
      BldsReader.Read before, BldsReader.Read read, List<RowError> errors) {
    if (Objects.equals(permit(before).row(), permit(read).row())) {
      return Outcome.UNCHANGED;
    }
    errors.add(error(read, "DUPLICATE", "Line " + before.line() + " has the same number."));
    return Outcome.REFUSED;
  }

  private static RowError error(BldsReader.Read read, String code, String message) {
    return new RowError(read.line(), "PermitNum", code, message);
  }

  /** Returns the permit of a row, which must have no errors. */
  private static PermitFacts permit(BldsReader.Read read) {
    return Objects.requireNonNull(read.permit());
  }
}
