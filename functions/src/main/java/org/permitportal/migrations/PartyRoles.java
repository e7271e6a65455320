package org.permitportal.migrations;

import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.permitportal.platform.Item;

/** Changes the sort key of each party from {@code PARTY#account} to {@code PARTY#account#role}. */
@Singleton
final class PartyRoles implements ItemMigration {
  private static final Pattern OLD = Pattern.compile("PARTY#[^#]+");

  @Override
  public String name() {
    return "party-roles";
  }

  @Override
  public Item migrated(Item item) {
    return item.pk().startsWith("PERMIT#") && OLD.matcher(item.sk()).matches()
        ? item.with("sk", item.sk() + "#" + item.text("role"))
        : item;
  }
}
