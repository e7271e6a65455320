package org.permitportal.permits;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * The work done under a permit; all of it is public.
 *
 * @param kind the city's name for this kind of work, from BLDS's field PermitTypeDesc
 * @param permitClass the class of the permit, e.g. Residential
 * @param workClass the class of the work, e.g. New Construction
 * @param valueCents the estimated cost of the work, in cents
 * @param units the number of housing units
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Work(
    @Nullable String kind,
    @Nullable String permitClass,
    @Nullable String workClass,
    @Nullable String proposedUse,
    @Nullable String project,
    @Nullable Long valueCents,
    @Nullable Long squareFeet,
    @Nullable Long units) {

  Item write() {
    return Item.nested()
        .with("kind", kind)
        .with("permitClass", permitClass)
        .with("workClass", workClass)
        .with("proposedUse", proposedUse)
        .with("project", project)
        .with("valueCents", valueCents)
        .with("squareFeet", squareFeet)
        .with("units", units);
  }

  static Work read(Item item) {
    return new Work(
        item.optionalText("kind"),
        item.optionalText("permitClass"),
        item.optionalText("workClass"),
        item.optionalText("proposedUse"),
        item.optionalText("project"),
        number(item, "valueCents"),
        number(item, "squareFeet"),
        number(item, "units"));
  }

  private static @Nullable Long number(Item item, String name) {
    long value = item.number(name, -1);
    return value < 0 ? null : value;
  }
}
