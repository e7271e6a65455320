package org.permitportal.migrations;

import org.permitportal.platform.Item;

/**
 * A change of the form in which items are stored. {@link ItemMigrations} applies it to each item of
 * its tables. Applying it to an item again changes nothing.
 */
interface ItemMigration {
  /**
   * Returns the name under which the migration's progress is stored. The name must not change after
   * its deployment.
   */
  String name();

  /** Returns the item in its new form, or the same item when nothing changes. */
  Item migrated(Item item);
}
