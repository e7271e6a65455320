package org.permitportal.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.permitportal.permits.PermitFacts;
import org.permitportal.platform.TheCity;

/** A row of a file, by its cells. */
public final class ABldsRow {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BldsReader READER = new BldsReader(TheCity.CITY);

  private ABldsRow() {}

  /** The row as the import takes it. */
  public static BldsRow of(Map<String, String> cells) {
    try {
      return JSON.readValue(JSON.writeValueAsBytes(cells), BldsRow.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The permit that a good row is. */
  public static PermitFacts permit(Map<String, String> cells) {
    return Objects.requireNonNull(READER.read(of(cells), 2).permit());
  }
}
