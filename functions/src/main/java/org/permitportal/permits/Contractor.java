package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * The contractor that a permit names, whether or not they have an account; public, so neither
 * telephone nor e-mail.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contractor(
    String name, @Nullable String trade, @Nullable String licence, @Nullable String licenceState) {

  static @Nullable Item write(@Nullable Contractor contractor) {
    return contractor == null
        ? null
        : Item.nested()
            .with("name", contractor.name)
            .with("trade", contractor.trade)
            .with("licence", contractor.licence)
            .with("licenceState", contractor.licenceState);
  }

  static @Nullable Contractor read(@Nullable Item item) {
    return item == null
        ? null
        : new Contractor(
            item.text("name"),
            item.optionalText("trade"),
            item.optionalText("licence"),
            item.optionalText("licenceState"));
  }
}
