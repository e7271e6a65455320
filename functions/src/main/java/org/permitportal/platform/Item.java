package org.permitportal.platform;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One DynamoDB item. An {@code Item} is immutable. Instants are stored as ISO 8601 text in UTC with
 * milliseconds, so that they sort by time. An absent value has no attribute.
 *
 * <p>Methods that return a required attribute throw {@link IllegalStateException} when the item
 * does not have it.
 */
public final class Item {
  private final Map<String, AttributeValue> values;

  private Item(Map<String, AttributeValue> values) {
    this.values = values;
  }

  /** Returns an item that has only its key. */
  public static Item of(String pk, String sk) {
    return new Item(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk)));
  }

  /** Wraps an item that DynamoDB returned. */
  static Item from(Map<String, AttributeValue> values) {
    return new Item(values);
  }

  /** Returns an empty item without a key. It becomes the value of a map attribute. */
  public static Item nested() {
    return new Item(Map.of());
  }

  /** Returns a copy of this item with one more attribute. Null adds no attribute. */
  public Item with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(name, attribute(value));
    return new Item(more);
  }

  /** Returns a copy of this item with renamed attributes, also in its maps and lists. */
  public Item renamed(UnaryOperator<String> names) {
    return new Item(renamed(values, names));
  }

  private static Map<String, AttributeValue> renamed(
      Map<String, AttributeValue> values, UnaryOperator<String> names) {
    Map<String, AttributeValue> result = new HashMap<>();
    values.forEach((name, value) -> result.put(names.apply(name), renamed(value, names)));
    return result;
  }

  private static AttributeValue renamed(AttributeValue value, UnaryOperator<String> names) {
    return switch (value.type()) {
      case M -> AttributeValue.fromM(renamed(value.m(), names));
      case L ->
          AttributeValue.fromL(value.l().stream().map(member -> renamed(member, names)).toList());
      default -> value;
    };
  }

  /** Returns a required text. */
  public String text(String name) {
    return required(name).s();
  }

  /** Returns a text, or null when it is absent. */
  public @Nullable String optionalText(String name) {
    return find(name).map(AttributeValue::s).orElse(null);
  }

  /** Returns a required whole number. */
  public long number(String name) {
    return Long.parseLong(required(name).n());
  }

  /** Returns a whole number, or the given default when it is absent. */
  public long number(String name, long otherwise) {
    return find(name).map(v -> Long.parseLong(v.n())).orElse(otherwise);
  }

  /** Returns a boolean, or false when it is absent. */
  public boolean flag(String name) {
    return find(name).map(AttributeValue::bool).orElse(false);
  }

  /** Returns a required point in time. */
  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  /** Returns a point in time, or null when it is absent. */
  public @Nullable Instant optionalInstant(String name) {
    return find(name).map(v -> Instant.parse(v.s())).orElse(null);
  }

  /** Returns a required constant of an enum. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  /** Returns a list of texts, or an empty list when it is absent. */
  public List<String> texts(String name) {
    return find(name).map(v -> v.l().stream().map(AttributeValue::s).toList()).orElse(List.of());
  }

  /** Returns a map attribute, or null when it is absent. */
  public @Nullable Item nested(String name) {
    return find(name).map(v -> new Item(v.m())).orElse(null);
  }

  /** Returns a map attribute whose values are texts, or an empty map when it is absent. */
  public Map<String, String> textMap(String name) {
    Map<String, String> result = new HashMap<>();
    find(name).ifPresent(map -> map.m().forEach((key, value) -> result.put(key, value.s())));
    return Map.copyOf(result);
  }

  /** Returns the names of all attributes, including {@code pk} and {@code sk}. */
  public Set<String> names() {
    return values.keySet();
  }

  /** Returns the partition key. */
  public String pk() {
    return text("pk");
  }

  /** Returns the sort key. */
  public String sk() {
    return text("sk");
  }

  /** Returns the attributes as the SDK's values. */
  Map<String, AttributeValue> values() {
    return values;
  }

  @Override
  public String toString() {
    return "Item" + values.keySet();
  }

  static AttributeValue attribute(Object value) {
    return switch (value) {
      case AttributeValue ready -> ready;
      case String text -> AttributeValue.fromS(text);
      case Instant instant -> AttributeValue.fromS(stamp(instant));
      case Enum<?> constant -> AttributeValue.fromS(constant.name());
      case Integer number -> AttributeValue.fromN(number.toString());
      case Long number -> AttributeValue.fromN(number.toString());
      case Boolean flag -> AttributeValue.fromBool(flag);
      case Item nested -> AttributeValue.fromM(nested.values);
      case List<?> list ->
          AttributeValue.fromL(list.stream().map(member -> attribute((Object) member)).toList());
      case Map<?, ?> map -> {
        Map<String, AttributeValue> members = new HashMap<>();
        map.forEach((key, member) -> members.put((String) key, attribute(member)));
        yield AttributeValue.fromM(members);
      }
      default -> throw new IllegalArgumentException("No attribute from " + value.getClass());
    };
  }

  /** Returns the stored text of an instant, always with three digits for the milliseconds. */
  public static String stamp(Instant instant) {
    return STAMP.format(instant);
  }

  private static final java.time.format.DateTimeFormatter STAMP =
      new java.time.format.DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private Optional<AttributeValue> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private AttributeValue required(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("No attribute " + name + " in " + this));
  }
}
