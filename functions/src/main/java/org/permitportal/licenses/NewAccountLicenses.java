package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.files.ObjectKey;
import org.permitportal.platform.City;
import org.permitportal.platform.City.Asked;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Write;

/** What a registration leaves of licenses and documents with its account. */
@Singleton
public class NewAccountLicenses {
  private final LicenseStore licenses;
  private final DocumentStore documents;
  private final DueItems dueItems;
  private final City city;

  NewAccountLicenses(LicenseStore licenses, DocumentStore documents, DueItems dueItems, City city) {
    this.licenses = licenses;
    this.documents = documents;
    this.dueItems = dueItems;
    this.city = city;
  }

  /**
   * A file that came with the registration and was found good.
   *
   * @param key where its object stays
   */
  public record Attached(
      String fileId,
      String kind,
      String name,
      String type,
      long bytes,
      String sha256,
      ObjectKey key) {}

  /**
   * The licenses and insurance stated, what proves who the holder is, and the files.
   *
   * @param stated by the names of the city's file
   * @param userId who sent the files
   */
  public List<Write> writes(
      Account account, Map<String, String> stated, List<Attached> files, String userId) {
    List<License> made = new ArrayList<>();
    add(made, account, LicenseKind.LICENSE, LicenseFacts.from(stated));
    add(made, account, LicenseKind.LIABILITY, insurance(stated, "liability"));
    add(made, account, LicenseKind.WORKERS_COMP, insurance(stated, "workersComp"));
    String license =
        made.stream()
            .filter(one -> one.kind() == LicenseKind.LICENSE)
            .map(License::id)
            .findFirst()
            .orElse(null);
    List<AccountDocument> kept =
        files.stream().map(file -> document(account, file, license, userId)).toList();
    String identity = License.identityOf(account.accountId());
    if (kept.stream().anyMatch(document -> identity.equals(document.proves()))) {
      made.add(
          License.added(
              account, identity, LicenseKind.IDENTITY, LicenseFacts.NONE, account.createdAt()));
    }
    List<Write> writes = new ArrayList<>();
    made.forEach(one -> writes.add(licenses.first(one)));
    kept.forEach(document -> writes.add(documents.first(document)));
    return writes;
  }

  private void add(List<License> made, Account account, LicenseKind kind, LicenseFacts facts) {
    if (!facts.given().isEmpty()) {
      String id = Ids.derived(account.accountId(), "registered", kind.name());
      made.add(
          License.added(account, id, kind, facts, account.createdAt())
              .reminding(
                  License.nextReminder(facts, dueItems.today(), city.licenseReminderDays())));
    }
  }

  private static LicenseFacts insurance(Map<String, String> stated, String name) {
    return new LicenseFacts(
        null, stated.get(name + "Policy"), null, null, stated.get(name + "Expires"));
  }

  private AccountDocument document(
      Account account, Attached file, @Nullable String license, String userId) {
    boolean identity = isIdentity(city, file.kind());
    Instant addedAt = account.createdAt();
    return new AccountDocument(
        account.accountId(),
        file.fileId(),
        file.kind(),
        identity,
        AccountDocument.State.READY,
        file.name(),
        file.type(),
        file.bytes(),
        file.sha256(),
        file.key(),
        provesIdentity(city, account, file.kind())
            ? License.identityOf(account.accountId())
            : license,
        null,
        userId,
        account.language(),
        addedAt,
        null,
        null);
  }

  static boolean isIdentity(City city, String kind) {
    return city.attachmentKind(kind).map(City.AttachmentKind::identity).orElse(false);
  }

  /** Images of identity documents do; and all files of who needs no license, as a homeowner. */
  static boolean provesIdentity(City city, Account account, String kind) {
    return isIdentity(city, kind)
        || city.accountType(account.typeKey())
            .map(type -> type.license().asked() == Asked.NONE)
            .orElse(false);
  }
}
