package org.permitportal.licences;

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

/** What a registration leaves of licences and documents with its account. */
@Singleton
public class NewAccountLicences {
  private final LicenceStore licences;
  private final DocumentStore documents;
  private final DueItems dueItems;
  private final City city;

  NewAccountLicences(LicenceStore licences, DocumentStore documents, DueItems dueItems, City city) {
    this.licences = licences;
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
   * The licences and insurance stated, what proves who the holder is, and the files.
   *
   * @param stated by the names of the city's file
   * @param userId who sent the files
   */
  public List<Write> writes(
      Account account, Map<String, String> stated, List<Attached> files, String userId) {
    List<Licence> made = new ArrayList<>();
    add(made, account, LicenceKind.LICENCE, LicenceFacts.from(stated));
    add(made, account, LicenceKind.LIABILITY, insurance(stated, "liability"));
    add(made, account, LicenceKind.WORKERS_COMP, insurance(stated, "workersComp"));
    String licence =
        made.stream()
            .filter(one -> one.kind() == LicenceKind.LICENCE)
            .map(Licence::id)
            .findFirst()
            .orElse(null);
    List<AccountDocument> kept =
        files.stream().map(file -> document(account, file, licence, userId)).toList();
    String identity = Licence.identityOf(account.accountId());
    if (kept.stream().anyMatch(document -> identity.equals(document.proves()))) {
      made.add(
          Licence.added(
              account, identity, LicenceKind.IDENTITY, LicenceFacts.NONE, account.createdAt()));
    }
    List<Write> writes = new ArrayList<>();
    made.forEach(one -> writes.add(licences.first(one)));
    kept.forEach(document -> writes.add(documents.first(document)));
    return writes;
  }

  private void add(List<Licence> made, Account account, LicenceKind kind, LicenceFacts facts) {
    if (!facts.given().isEmpty()) {
      String id = Ids.derived(account.accountId(), "registered", kind.name());
      made.add(
          Licence.added(account, id, kind, facts, account.createdAt())
              .reminding(
                  Licence.nextReminder(facts, dueItems.today(), city.licenceReminderDays())));
    }
  }

  private static LicenceFacts insurance(Map<String, String> stated, String name) {
    return new LicenceFacts(
        null, stated.get(name + "Policy"), null, null, stated.get(name + "Expires"));
  }

  private AccountDocument document(
      Account account, Attached file, @Nullable String licence, String userId) {
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
            ? Licence.identityOf(account.accountId())
            : licence,
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

  /** Images of identity documents do; and all files of who needs no licence, as a homeowner. */
  static boolean provesIdentity(City city, Account account, String kind) {
    return isIdentity(city, kind)
        || city.accountType(account.typeKey())
            .map(type -> type.licence().asked() == Asked.NONE)
            .orElse(false);
  }
}
