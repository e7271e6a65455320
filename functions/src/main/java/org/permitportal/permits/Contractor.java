package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * The contractor named on a permit, with or without an account. It is public, so it has no phone
 * number or e-mail address.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contractor(
    String name, @Nullable String trade, @Nullable String license, @Nullable String licenseState) {

  static @Nullable Item write(@Nullable Contractor contractor) {
    return contractor == null
        ? null
        : Item.nested()
            .with("name", contractor.name)
            .with("trade", contractor.trade)
            .with("license", contractor.license)
            .with("licenseState", contractor.licenseState);
  }

  static @Nullable Contractor read(@Nullable Item item) {
    return item == null
        ? null
        : new Contractor(
            item.text("name"),
            item.optionalText("trade"),
            item.optionalText("license"),
            item.optionalText("licenseState"));
  }
}
