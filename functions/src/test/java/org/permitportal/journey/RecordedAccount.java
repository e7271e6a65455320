package org.permitportal.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.permitportal.platform.Ids;
import org.permitportal.secrets.Traffic;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A recording of the items and the user that the wizard's operations made for one account. A copy
 * gets its own name, email address, number and ids, and the dates of a new account. So a new
 * account costs a test three AWS calls instead of forty.
 */
final class RecordedAccount {
  private static final PerLocalRun<RecordedAccount> RECORDED =
      PerLocalRun.of(RecordedAccount::recorded);

  /**
   * The numbers of copied accounts. They are much higher than the numbers that the portal's own
   * counter reaches in a test run.
   */
  private static final AtomicLong NUMBERS = new AtomicLong(500_000);

  /** The tables whose items are copied. Counts of tries and notices are not copied. */
  private static final List<String> TABLES = List.of("AccountsTable", "RegistrationsTable");

  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z");
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * Instants within this time of the recording are moved in a copy. Other instants of a new account
   * mean "never".
   */
  private static final Duration SHIFTED = Duration.ofDays(60);

  private final Parts original;
  private final Instant at;
  private final Map<String, List<Map<String, AttributeValue>>> items;
  private final List<AttributeType> attributes;

  private RecordedAccount(
      Parts original,
      Instant at,
      Map<String, List<Map<String, AttributeValue>>> items,
      List<AttributeType> attributes) {
    this.original = original;
    this.at = at;
    this.items = items;
    this.attributes = attributes;
  }

  /** The texts that differ between accounts. */
  private record Parts(
      String word, String handle, String number, String email, String draftId, String licenseId) {
    static Parts fresh() {
      String unique = UUID.randomUUID().toString();
      return new Parts(
          // The word begins with a letter, because tests of the list search for words that begin
          // with digits.
          "K" + unique.replace("-", "").substring(0, 12),
          Ids.derived(unique, "handle", ""),
          "AEC" + NUMBERS.incrementAndGet(),
          "owner-" + unique + "@rivera.example",
          Ids.derived(unique, "draft", ""),
          Ids.derived(unique, "license", ""));
    }

    Parts withLicense(String id) {
      return new Parts(word, handle, number, email, draftId, id);
    }

    AnAccount account() {
      return new AnAccount("Company " + word, handle, number, email, AnAccount.PASSWORD, draftId);
    }

    String userId() {
      return Ids.derived(draftId, "user", "");
    }

    /**
     * Returns the texts that a copy replaces, in a fixed order. The name occurs in each form that
     * keys have.
     */
    List<String> texts() {
      return List.of(
          word,
          word.toLowerCase(Locale.ROOT),
          "W#" + word.toLowerCase(Locale.ROOT).substring(0, 3),
          handle,
          number,
          email,
          draftId,
          userId(),
          Ids.derived(draftId, "account", ""),
          licenseId);
    }
  }

  /** Returns a copy: a confirmed account that no other test has. */
  static AnAccount copied() {
    return RECORDED.get().copy();
  }

  private static RecordedAccount recorded() {
    Parts parts = Parts.fresh();
    AnAccount account = AnAccount.registered("Company " + parts.word, parts.email);
    Instant at = ThePortal.clock().instant();
    Parts known =
        new Parts(
            parts.word,
            account.handle(),
            account.number(),
            account.email(),
            account.draftId(),
            account.draftId());
    Map<String, List<Map<String, AttributeValue>>> items = new HashMap<>();
    for (String table : TABLES) {
      String name = ThePortal.stack().physicalId(table);
      items.put(
          name,
          ThePool.bean(DynamoDbClient.class).scanPaginator(s -> s.tableName(name)).items().stream()
              .filter(item -> known.texts().stream().anyMatch(item.toString()::contains))
              .toList());
    }
    Parts original = known.withLicense(licenseId(items));
    List<AttributeType> attributes =
        ThePool.cognito()
            .adminGetUser(u -> u.userPoolId(ThePool.contractors()).username(original.userId()))
            .userAttributes()
            .stream()
            .filter(attribute -> !attribute.name().equals("sub"))
            .toList();
    return new RecordedAccount(original, at, items, attributes);
  }

  private static String licenseId(Map<String, List<Map<String, AttributeValue>>> items) {
    return items.values().stream()
        .flatMap(List::stream)
        .filter(item -> item.containsKey("licenseId"))
        .map(item -> item.get("licenseId").s())
        .findFirst()
        .orElseThrow();
  }

  private AnAccount copy() {
    Parts parts = Parts.fresh();
    Duration age = Duration.between(at, ThePortal.clock().instant());
    Map<String, List<WriteRequest>> writes = new HashMap<>();
    items.forEach(
        (table, found) ->
            writes.put(
                table,
                found.stream()
                    .map(item -> copied(AttributeValue.fromM(item), parts, age).m())
                    .map(item -> WriteRequest.builder().putRequest(p -> p.item(item)).build())
                    .toList()));
    ThePool.bean(DynamoDbClient.class).batchWriteItem(b -> b.requestItems(writes));
    CognitoIdentityProviderClient cognito = ThePool.cognito();
    cognito.adminCreateUser(
        c ->
            c.userPoolId(ThePool.contractors())
                .username(parts.userId())
                .messageAction(MessageActionType.SUPPRESS)
                .userAttributes(attributes));
    cognito.adminSetUserPassword(
        s ->
            s.userPoolId(ThePool.contractors())
                .username(parts.userId())
                .password(ThePool.password(AnAccount.PASSWORD))
                .permanent(true));
    AnAccount account = parts.account();
    Traffic.ofThisRun().keep(account.name(), account.email());
    return account;
  }

  private AttributeValue copied(AttributeValue value, Parts parts, Duration age) {
    return switch (value.type()) {
      case S -> AttributeValue.fromS(shifted(replaced(value.s(), parts), age));
      case M -> {
        Map<String, AttributeValue> members = new HashMap<>();
        value
            .m()
            .forEach(
                (name, member) ->
                    members.put(
                        name,
                        name.equals("ttl")
                            ? AttributeValue.fromN(
                                String.valueOf(Long.parseLong(member.n()) + age.toSeconds()))
                            : copied(member, parts, age)));
        yield AttributeValue.fromM(members);
      }
      default -> value;
    };
  }

  private String replaced(String text, Parts parts) {
    List<String> from = original.texts();
    List<String> to = parts.texts();
    String result = text;
    for (int i = 0; i < from.size(); i++) {
      result = result.replace(from.get(i), to.get(i));
    }
    return result;
  }

  private String shifted(String text, Duration age) {
    return INSTANT
        .matcher(text)
        .replaceAll(
            found -> {
              Instant instant = Instant.parse(found.group());
              return Duration.between(at, instant).abs().compareTo(SHIFTED) > 0
                  ? found.group()
                  : MILLIS.format(instant.plus(age));
            });
  }
}
