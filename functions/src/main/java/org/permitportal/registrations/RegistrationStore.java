package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Contact;
import org.permitportal.files.FileRecord;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Stores registrations. The partition {@code DRAFT#id} holds the registration itself ({@code
 * DRAFT}), its files ({@code FILE#id}) and their counts ({@code FILE}), its open code ({@code
 * CODE#…}) and the hashes of further tokens ({@code TOKEN#…}). Registrations that the sweeper has
 * to process carry {@code expiryDay}, a UTC day, and are in the index {@code byExpiry}.
 */
@Singleton
public class RegistrationStore {
  static final String SORT = "DRAFT";

  /** The beginning of the files' sort keys. */
  static final String FILES = "FILE#";

  private static final String TOKEN = "TOKEN#";
  private static final String INDEX = "byExpiry";

  /**
   * How long a registration's items are kept after its end. Then the table's TTL removes the items
   * that the sweeper has left.
   */
  static final Duration KEPT = Duration.ofDays(30);

  private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile(Ids.ULID);

  private final Table table;

  public RegistrationStore(Tables tables) {
    this.table = tables.primed("registrations");
  }

  /** Returns the table. It also stores files, codes and links of registrations. */
  Table table() {
    return table;
  }

  /** Returns the partition key of a registration and of everything that belongs to it. */
  static String pk(String draftId) {
    return "DRAFT#" + draftId;
  }

  /** Creates a registration. */
  void create(Registration registration) {
    Item item =
        Item.of(pk(registration.id()), SORT)
            .with("draftId", registration.id())
            .with("tokenHash", registration.tokenHash())
            .with("state", registration.state())
            .with("version", registration.version())
            .with("language", registration.language())
            .with("termsVersion", registration.termsVersion())
            .with("termsAcceptedAt", registration.termsAcceptedAt())
            .with("expiresAt", registration.expiresAt())
            .with("expiryDay", day(registration.expiresAt()))
            .with("ttl", ttl(registration.expiresAt()));
    if (!Table.run(table.put(item).whenAbsent())) {
      throw new IllegalStateException("This id was drawn before");
    }
  }

  /**
   * Finds a registration without its files; empty also when the text can't be an id. Takes one
   * read.
   */
  Optional<Registration> find(String draftId) {
    return ID.matcher(draftId).matches()
        ? table.get(pk(draftId), SORT).map(item -> registration(item, List.of()))
        : Optional.empty();
  }

  /** Returns the write that makes another token valid, in addition to the first token. */
  Write addToken(Registration registration, String tokenHash) {
    return table.put(
        Item.of(pk(registration.id()), TOKEN + tokenHash)
            .with("ttl", ttl(registration.expiresAt())));
  }

  /** Returns whether a token was added by {@link #addToken}. */
  boolean hasToken(String draftId, String tokenHash) {
    return table.get(pk(draftId), TOKEN + tokenHash).isPresent();
  }

  /**
   * Returns a registration with its files. Takes one query.
   *
   * @throws Problem 404 when there is none
   */
  Registration load(String draftId) {
    List<Item> items = table.query(pk(draftId)).all();
    List<FileRecord> files = FileRecord.among(items, FILES);
    return items.stream()
        .filter(i -> i.sk().equals(SORT))
        .findFirst()
        .map(item -> registration(item, files))
        .orElseThrow(Problem::notFound);
  }

  /**
   * Returns the write that saves an edited registration, whose version is one higher than the
   * stored one. Its condition fails when somebody else has saved the registration in the meantime.
   */
  Write save(Registration edited) {
    Company company = edited.company();
    Contact contact = edited.contact();
    return open(edited.id(), edited.version() - 1)
        .set("version", edited.version())
        .set("language", edited.language())
        .set("expiresAt", edited.expiresAt())
        .set("expiryDay", day(edited.expiresAt()))
        .set("ttl", ttl(edited.expiresAt()))
        .set("company", company == null ? null : company.item())
        .set("question", edited.question())
        .set("credentials", edited.credentials())
        .set("contact", contact == null ? null : contact.item());
  }

  /** Returns the write that records that the pool has the credentials of this version. */
  Write credentialsSet(Registration saved) {
    return open(saved.id(), saved.version()).set("credentials", true);
  }

  /**
   * Returns the write that counts a request or removal of a file. Its condition fails when the
   * registration is no longer open. A confirmation fails if it read the registration before this
   * write.
   */
  Write fileChanged(String draftId) {
    return table
        .update(pk(draftId), SORT)
        .add("fileChanges", 1)
        .when("#state = :open", "open", RegistrationState.OPEN);
  }

  /**
   * Returns the write that marks a registration as confirmed. Its condition fails when the
   * registration or its files have changed since they were read. The sweeper checks later whether
   * everything was finished.
   */
  Write confirmed(Registration read, Instant now) {
    Write write =
        open(read.id(), read.version())
            .set("state", RegistrationState.CONFIRMED)
            .set("accountId", read.accountId())
            .set("expiresAt", now)
            .set("expiryDay", day(now))
            .set("ttl", ttl(now));
    return read.fileChanges() == 0
        ? write.when("attribute_not_exists(#fileChanges)")
        : write.when("#fileChanges = :files", "files", read.fileChanges());
  }

  /**
   * Ends an expired registration. Nothing else can happen to it from then on. Returns false when
   * the registration has changed since it was read.
   */
  boolean swept(Registration expired) {
    return Table.run(open(expired.id(), expired.version()).set("state", RegistrationState.SWEPT));
  }

  /** Removes a registration from the sweeper's index. */
  void settled(String draftId) {
    Table.run(table.update(pk(draftId), SORT).whenPresent().remove("expiryDay"));
  }

  /**
   * Returns the ids of the registrations that the sweeper has to process: those that ended on this
   * UTC day, not later than {@code until}.
   */
  List<String> expired(LocalDate utcDay, Instant until) {
    return table
        .query(INDEX, "expiryDay", "expiresAt", utcDay.toString())
        .between(Item.stamp(Instant.EPOCH), Item.stamp(until))
        .all()
        .stream()
        .map(item -> item.pk().substring(pk("").length()))
        .toList();
  }

  private Write open(String draftId, long version) {
    return table
        .update(pk(draftId), SORT)
        .when(
            "#state = :open AND #version = :seen", "open", RegistrationState.OPEN, "seen", version);
  }

  private static Registration registration(Item item, List<FileRecord> files) {
    @Nullable Item company = item.nested("company");
    @Nullable Item contact = item.nested("contact");
    return new Registration(
        item.text("draftId"),
        item.text("tokenHash"),
        item.constant("state", RegistrationState.class),
        item.number("version"),
        item.text("language"),
        item.text("termsVersion"),
        item.instant("termsAcceptedAt"),
        item.instant("expiresAt"),
        company == null ? null : Company.from(company),
        item.optionalText("question"),
        item.flag("credentials"),
        contact == null ? null : Contact.from(contact),
        item.number("fileChanges", 0),
        item.optionalText("expiryDay") == null,
        files);
  }

  private static String day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC).toString();
  }

  private static long ttl(Instant end) {
    return end.plus(KEPT).getEpochSecond();
  }
}
