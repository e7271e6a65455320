package org.permitportal.platform;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The result of rewriting an item in a new form. Items can be rewritten while the portal is in use,
 * because a rewrite never overwrites a concurrent change.
 */
public enum ItemRewrite {
  /** The item already had the new form. */
  UNCHANGED,
  REWRITTEN,
  /**
   * The item was changed or removed after it was read. Nothing was written. The caller must read
   * the item again.
   */
  REFUSED;

  /**
   * Rewrites one item. The new form may have another key.
   *
   * @param from the item that was read
   * @param to the item in its new form
   */
  public static ItemRewrite run(Table table, Item from, Item to) {
    if (to.values().equals(from.values())) {
      return UNCHANGED;
    }
    return rewritten(table, from, to) ? REWRITTEN : REFUSED;
  }

  private static boolean rewritten(Table table, Item from, Item to) {
    if (from.pk().equals(to.pk()) && from.sk().equals(to.sk())) {
      return Table.run(changed(table, from, to));
    }
    Write delete = table.delete(from.pk(), from.sk());
    unchanged(delete, from, from.names());
    Write put = table.put(to).whenAbsent();
    List<Write> refused = new Transaction().with(delete).with(put).run();
    // If only the put was refused, the portal has already written the item under its new key. So
    // the old item can be deleted.
    return refused.isEmpty() || (refused.equals(List.of(put)) && Table.run(delete));
  }

  private static Write changed(Table table, Item from, Item to) {
    Write update = table.update(from.pk(), from.sk()).whenPresent();
    for (String name : from.names()) {
      if (!to.names().contains(name)) {
        unchanged(update, from, Set.of(name));
        update.remove(name);
      }
    }
    for (String name : to.names()) {
      if (!Objects.equals(from.values().get(name), to.values().get(name))) {
        unchanged(update, from, Set.of(name));
        update.set(name, to.values().get(name));
      }
    }
    return update;
  }

  private static void unchanged(Write write, Item read, Set<String> names) {
    read.values()
        .forEach(
            (name, value) -> {
              if (names.contains(name)) {
                write.when("#" + name + " = :was_" + name, "was_" + name, value);
              }
            });
  }
}
