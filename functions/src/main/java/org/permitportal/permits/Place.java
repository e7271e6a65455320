package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * The address of a permit's work.
 *
 * @param line1 the house number and street as the city writes them
 * @param line2 the unit, floor or suite, or null
 * @param state two letters
 * @param zip five digits, or nine with a dash
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(String line1, @Nullable String line2, String city, String state, String zip) {
  /** Returns the address in one line, without state and ZIP code. */
  public String oneLine() {
    return line1 + (line2 == null ? "" : ", " + line2) + ", " + city;
  }

  public Street street() {
    return Street.of(
        line2 == null ? line1 : line1 + " UNIT " + line2.replaceAll("[^A-Za-z0-9 ]", ""));
  }

  Item write(Item item) {
    return item.with("line1", line1)
        .with("line2", line2)
        .with("city", city)
        .with("state", state)
        .with("zip", zip);
  }

  static Place read(Item item) {
    return new Place(
        item.text("line1"),
        item.optionalText("line2"),
        item.text("city"),
        item.text("state"),
        item.text("zip"));
  }
}
