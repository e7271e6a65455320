package org.permitportal.permits;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.permitportal.platform.TheCity;

/** The city's rows, without the portal around them. */
final class AnImport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BldsReader READER = new BldsReader(TheCity.CITY);

  private AnImport() {}

  /** The row as the import takes it. */
  static List<BldsRow> of(APermit permit) {
    try {
      return List.of(JSON.readValue(JSON.writeValueAsBytes(permit.cells()), BldsRow.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The permit that the row is. */
  static PermitFacts facts(APermit permit) {
    return Objects.requireNonNull(READER.read(of(permit).getFirst(), 2).permit());
  }

  /** The same permit, still a draft. */
  static PermitFacts draft(APermit permit) {
    PermitFacts facts = facts(permit);
    return new PermitFacts(
        facts.id(),
        facts.number(),
        facts.type(),
        PermitStatus.DRAFT,
        facts.feesDue(),
        facts.conditional(),
        facts.description(),
        facts.place(),
        facts.parcel(),
        facts.dates(),
        facts.work(),
        facts.contractor(),
        facts.masterNumber(),
        null,
        facts.parties(),
        facts.changedAt(),
        facts.version());
  }
}
