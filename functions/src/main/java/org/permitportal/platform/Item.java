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
 * One DynamoDB item, as it is read or written. Instants are stored as ISO-8601 text in UTC with
 * milliseconds, so that they sort. Absent values are left out. An item never changes once it is
 * made.
 */
public final class Item {
  private final Map<String, AttributeValue> values;

  private Item(Map<String, AttributeValue> values) {
    this.values = values;
  }

  /** An item with nothing but its key. */
  public static Item of(String pk, String sk) {
    return new Item(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk)));
  }

  /** Wraps an item that DynamoDB returned. */
  static Item from(Map<String, AttributeValue> values) {
    return new Item(values);
  }

  /** An empty item for the members of a map attribute. */
  public static Item nested() {
    return new Item(Map.of());
  }

  /** Returns this item with one more attribute; null adds none. */
  public Item with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, AttributeValue> more = new HashMap<>(values);
    more.put(name, attribute(value));
    return new Item(more);
  }

  /** Returns this item with its attributes renamed, including those within maps and lists. */
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

  /** Text that must be there. */
  public String text(String name) {
    return required(name).s();
  }

  /** Text, or null. */
  public @Nullable String optionalText(String name) {
    return find(name).map(AttributeValue::s).orElse(null);
  }

  /** A whole number that must be there. */
  public long number(String name) {
    return Long.parseLong(required(name).n());
  }

  /** A whole number, or the given default when absent. */
  public long number(String name, long otherwise) {
    return find(name).map(v -> Long.parseLong(v.n())).orElse(otherwise);
  }

  /** A boolean; absent means false. */
  public boolean flag(String name) {
    return find(name).map(AttributeValue::bool).orElse(false);
  }

  /** A point in time that must be there. */
  public Instant instant(String name) {
    return Instant.parse(text(name));
  }

  /** A point in time, or null. */
  public @Nullable Instant optionalInstant(String name) {
    return find(name).map(v -> Instant.parse(v.s())).orElse(null);
  }

  /** An enum's constant that must be there. */
  public <E extends Enum<E>> E constant(String name, Class<E> type) {
    return Enum.valueOf(type, text(name));
  }

  /** A list of texts; absent means empty. */
  public List<String> texts(String name) {
    return find(name).map(v -> v.l().stream().map(AttributeValue::s).toList()).orElse(List.of());
  }

  /** A map attribute, or null. */
  public @Nullable Item nested(String name) {
    return find(name).map(v -> new Item(v.m())).orElse(null);
  }

  /** A map attribute's members as text; absent means empty. */
  public Map<String, String> textMap(String name) {
    Map<String, String> result = new HashMap<>();
    find(name).ifPresent(map -> map.m().forEach((key, value) -> result.put(key, value.s())));
    return Map.copyOf(result);
  }

  /** The names of all attributes, including those of the key. */
  public Set<String> names() {
    return values.keySet();
  }

  /** The partition key. */
  public String pk() {
    return text("pk");
  }

  /** The sort key. */
  public String sk() {
    return text("sk");
  }

  /** The attributes in DynamoDB's form. */
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

  /** An instant as it is stored and compared: always with three digits of milliseconds. */
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
