package org.permitportal.migrations;

import org.permitportal.platform.Item;

/**
 * A change of how items are stored. It is applied to one item at a time, in each table that {@link
 * ItemMigrations} names. Applying it twice changes nothing more.
 */
interface ItemMigration {
  /**
   * Returns the name under which the migration's progress is stored. It must never change once
   * deployed.
   */
  String name();

  /** Returns the item in its new form, or the same item when nothing changes. */
  Item migrated(Item item);
}
