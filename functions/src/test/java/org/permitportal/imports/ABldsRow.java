package org.permitportal.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.permitportal.permits.PermitFacts;
import org.permitportal.platform.TheCity;

/** Makes a row of an import file from cells. */
public final class ABldsRow {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final BldsReader READER = new BldsReader(TheCity.CITY);

  private ABldsRow() {}

  /** Returns the row in the form that the import takes. */
  public static BldsRow of(Map<String, String> cells) {
    try {
      return JSON.readValue(JSON.writeValueAsBytes(cells), BldsRow.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the permit that a row without errors describes. */
  public static PermitFacts permit(Map<String, String> cells) {
    return Objects.requireNonNull(READER.read(of(cells), 2).permit());
  }
}
