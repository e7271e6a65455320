package org.permitportal.migrations;

import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;

/**
 * Changes the spelling "licence" to "license" in keys, attribute names, and the names of kinds and
 * mails. Text that people typed keeps its spelling, also inside a key.
 */
@Singleton
final class LicenseSpelling implements ItemMigration {
  /** For each attribute, a pattern for the beginning of values that the portal itself wrote. */
  private static final Map<String, String> OWN =
      Map.of("sk", "LICENCE#|PLACES#LICENCES", "kind", "LICENCE", "event", "licence");

  @Override
  public String name() {
    return "license-spelling";
  }

  @Override
  public Item migrated(Item item) {
    Item migrated = item.renamed(LicenseSpelling::spelt);
    for (Map.Entry<String, String> own : OWN.entrySet()) {
      @Nullable String value = migrated.optionalText(own.getKey());
      if (value != null && value.matches("(" + own.getValue() + ").*")) {
        migrated = migrated.with(own.getKey(), spelt(value));
      }
    }
    @Nullable Item texts = migrated.nested("values");
    return texts == null ? migrated : migrated.with("values", texts(texts));
  }

  /**
   * Changes keys of mail texts, such as {@code licence.identity}. The portal itself wrote these
   * keys.
   */
  private static Item texts(Item values) {
    Item migrated = values;
    for (String name : values.names()) {
      if (name.endsWith("Key") && values.text(name).startsWith("licence.")) {
        migrated = migrated.with(name, spelt(values.text(name)));
      }
    }
    return migrated;
  }

  private static String spelt(String name) {
    return name.replace("licence", "license")
        .replace("Licence", "License")
        .replace("LICENCE", "LICENSE");
  }
}
