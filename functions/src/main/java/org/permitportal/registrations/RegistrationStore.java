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
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Write;

/**
 * Registrations: {@code DRAFT#id / DRAFT}, its files {@code FILE#id}, its open code {@code CODE#…},
 * the hashes of further tokens {@code TOKEN#…}. The count of the files is kept in {@code DRAFT}
 * ({@code taken}, {@code changedAt}). Those the sweeper has to look at carry {@code expiryDay}, a
 * UTC day, and are in index {@code byExpiry}.
 */
@Singleton
public class RegistrationStore {
  static final String SORT = "DRAFT";
  private static final String TOKEN = "TOKEN#";
  private static final String INDEX = "byExpiry";

  /** A backstop: what the sweeper has left is removed by the table itself. */
  static final Duration KEPT = Duration.ofDays(30);

  private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile(Ids.ULID);

  private final Table table;

  public RegistrationStore(Tables tables) {
    this.table = tables.primed("registrations");
  }

  /** The table, for items beside the registration. */
  Table table() {
    return table;
  }

  /** The partition key of a registration and all that belongs to it. */
  static String pk(String draftId) {
    return "DRAFT#" + draftId;
  }

  /** Puts a new one. */
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

  /** A registration without its files; one read. Nothing for what can't be an id. */
  Optional<Registration> find(String draftId) {
    return ID.matcher(draftId).matches()
        ? table.get(pk(draftId), SORT).map(item -> registration(item, List.of()))
        : Optional.empty();
  }

  /** Lets another token in beside the first. */
  Write addToken(Registration registration, String tokenHash) {
    return table.put(
        Item.of(pk(registration.id()), TOKEN + tokenHash)
            .with("ttl", ttl(registration.expiresAt())));
  }

  /** Whether a token was added. */
  boolean hasToken(String draftId, String tokenHash) {
    return table.get(pk(draftId), TOKEN + tokenHash).isPresent();
  }

  /**
   * A registration with its files; one query.
   *
   * @throws Problem 404 when there is none
   */
  Registration load(String draftId) {
    List<Item> items = table.query(pk(draftId)).all();
    List<DraftFile> files =
        items.stream().filter(i -> i.sk().startsWith(DraftFile.SORT)).map(DraftFile::from).toList();
    return items.stream()
        .filter(i -> i.sk().equals(SORT))
        .findFirst()
        .map(item -> registration(item, files))
        .orElseThrow(Problem::notFound);
  }

  /** Saves an edited one if nobody else has since; its version is one more. */
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

  /** Notes that the pool has the credentials of this version. */
  Write credentialsSet(Registration saved) {
    return open(saved.id(), saved.version()).set("credentials", true);
  }

  /**
   * Counts a file asked for or removed, to be run with the write of the file's item: it fails when
   * the registration is not open any more, and makes a confirmation fail that has not seen the
   * file.
   */
  Write fileChanged(String draftId) {
    return table
        .update(pk(draftId), SORT)
        .add("fileChanges", 1)
        .when("#state = :open", "open", RegistrationState.OPEN);
  }

  /** Becomes an account, if it is as it was read. The sweeper looks whether all was finished. */
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

  /** Ends an expired one; from then on nothing else can happen to it. */
  boolean swept(Registration expired) {
    return Table.run(open(expired.id(), expired.version()).set("state", RegistrationState.SWEPT));
  }

  /** The sweeper need not look at it again. */
  void settled(String draftId) {
    Table.run(table.update(pk(draftId), SORT).whenPresent().remove("expiryDay"));
  }

  /** Removes a file's item. */
  void removeFile(String draftId, DraftFile file) {
    Table.run(table.delete(pk(draftId), DraftFile.SORT + file.fileId()));
  }

  /** Ids of those that the sweeper has to look at, expired on this UTC day until then. */
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

  private static Registration registration(Item item, List<DraftFile> files) {
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
