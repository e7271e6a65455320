package org.permitportal.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One conditional write. {@link Table#run} runs it alone, and a {@link Transaction} runs it with
 * others. In conditions, {@code #name} stands for an attribute and {@code :name} for a value passed
 * with the condition, e.g. {@code put.when("#state = :open", "open", OPEN)}.
 */
public final class Write {
  /** The kinds of writes. */
  enum Kind {
    PUT,
    UPDATE,
    DELETE,
    CHECK
  }

  private static final Pattern ALIAS = Pattern.compile("#(\\w+)");

  final Table table;
  final Kind kind;
  final Item item;
  private final List<String> sets = new ArrayList<>();
  private final List<String> adds = new ArrayList<>();
  private final List<String> removes = new ArrayList<>();
  private final Map<String, AttributeValue> values = new HashMap<>();
  private @Nullable String condition;

  Write(Table table, Kind kind, Item item) {
    this.table = table;
    this.kind = kind;
    this.item = item;
  }

  /**
   * Adds a condition. A write with several conditions requires all of them.
   *
   * @param namesAndValues names and values in turn; the condition refers to a name with a colon
   *     before it
   */
  public Write when(String expression, Object... namesAndValues) {
    condition = condition == null ? expression : "(" + condition + ") AND (" + expression + ")";
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put(":" + namesAndValues[i], Item.attribute(namesAndValues[i + 1]));
    }
    return this;
  }

  /** Adds the condition that the item does not exist yet. */
  public Write whenAbsent() {
    return when("attribute_not_exists(#pk)");
  }

  /** Adds the condition that the item exists. */
  public Write whenPresent() {
    return when("attribute_exists(#pk)");
  }

  /** Sets an attribute; null removes it. */
  public Write set(String name, @Nullable Object value) {
    if (value == null) {
      return remove(name);
    }
    sets.add("#" + name + " = :set_" + name);
    values.put(":set_" + name, Item.attribute(value));
    return this;
  }

  /** Sets an attribute if the item does not have it yet. */
  public Write setIfAbsent(String name, Object value) {
    sets.add("#" + name + " = if_not_exists(#" + name + ", :set_" + name + ")");
    values.put(":set_" + name, Item.attribute(value));
    return this;
  }

  /** Adds an amount to a number. An absent number counts as 0. */
  public Write add(String name, long amount) {
    adds.add("#" + name + " :add_" + name);
    values.put(":add_" + name, Item.attribute(amount));
    return this;
  }

  /** Subtracts another number of the item from a number. An absent number counts as 0. */
  public Write subtract(String name, String other) {
    sets.add(
        "#%1$s = if_not_exists(#%1$s, :zero) - if_not_exists(#%2$s, :zero)".formatted(name, other));
    values.put(":zero", Item.attribute(0));
    return this;
  }

  /** Removes an attribute. */
  public Write remove(String name) {
    removes.add("#" + name);
    return this;
  }

  @Nullable String condition() {
    return condition;
  }

  String update() {
    StringBuilder text = new StringBuilder();
    clause(text, "SET", sets);
    clause(text, "ADD", adds);
    clause(text, "REMOVE", removes);
    return text.toString();
  }

  @Nullable Map<String, String> names() {
    return names((condition == null ? "" : condition) + update());
  }

  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }

  Map<String, AttributeValue> key() {
    return Map.of("pk", Item.attribute(item.pk()), "sk", Item.attribute(item.sk()));
  }

  static @Nullable Map<String, String> names(String expressions) {
    Map<String, String> names = new HashMap<>();
    Matcher matcher = ALIAS.matcher(expressions);
    while (matcher.find()) {
      names.put(matcher.group(), matcher.group(1));
    }
    return names.isEmpty() ? null : names;
  }

  private static void clause(StringBuilder text, String word, List<String> parts) {
    if (!parts.isEmpty()) {
      text.append(word).append(' ').append(String.join(", ", parts)).append(' ');
    }
  }
}
