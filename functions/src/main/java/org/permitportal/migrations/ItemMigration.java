package org.permitportal.migrations;

import org.permitportal.platform.Item;

/**
 * A change of how items are stored. It is made of one item at a time, whatever table it is in, and
 * making it twice changes nothing.
 */
interface ItemMigration {
  /** Never changed once deployed: how far a migration has come is kept under its name. */
  String name();

  /** The item as it is stored from now on; the same item where nothing changes. */
  Item migrated(Item item);
}
