package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.accounts.Account;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.platform.AccountSettings;
import org.permitportal.platform.AccountSettings.Asked;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Write;

/** Gives a registration's licenses and files to the new account. */
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
   * Returns the writes that store the stated license and insurance and the files. If a file proves
   * the holder's identity, there is also a write for the identity.
   *
   * @param stated the applicant's statements about the license and insurance, by the field names of
   *     the city's file
   * @param files the registration's files that passed their check; their objects keep their keys
   * @param userId the user who uploaded the files
   */
  public List<Write> writes(
      Account account, Map<String, String> stated, List<FileRecord> files, String userId) {
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
    List<FileRecord> kept =
        files.stream().map(file -> document(account, file, license, userId)).toList();
    String identity = License.identityOf(account.accountId());
    if (kept.stream().anyMatch(document -> identity.equals(document.proves()))) {
      made.add(
          License.added(
              account, identity, LicenseKind.IDENTITY, LicenseFacts.NONE, account.createdAt()));
    }
    List<Write> writes = new ArrayList<>();
    made.forEach(one -> writes.add(licenses.first(one)));
    kept.forEach(document -> writes.add(documents.create(document)));
    return writes;
  }

  private void add(List<License> made, Account account, LicenseKind kind, LicenseFacts facts) {
    if (!facts.given().isEmpty()) {
      String id = Ids.derived(account.accountId(), "registered", kind.name());
      made.add(
          License.added(account, id, kind, facts, account.createdAt())
              .reminding(
                  License.nextReminder(facts, dueItems.today(), city.licenses().reminderDays())));
    }
  }

  private static LicenseFacts insurance(Map<String, String> stated, String name) {
    return new LicenseFacts(
        null, stated.get(name + "Policy"), null, null, stated.get(name + "Expires"));
  }

  private FileRecord document(
      Account account, FileRecord file, @Nullable String license, String userId) {
    String id = account.accountId();
    boolean identity = provesIdentity(city, account, file.kind());
    return file.handedOver(
        id,
        identity ? License.identityOf(id) : license,
        new Uploader(id, userId),
        account.createdAt());
  }

  static boolean isIdentity(City city, String kind) {
    return city.accounts()
        .attachmentKind(kind)
        .map(AccountSettings.AttachmentKind::identity)
        .orElse(false);
  }

  /**
   * Returns whether files of this kind prove the holder's identity. Images of identity documents
   * prove it. If the account's type asks for no license (e.g. homeowners), all files prove it.
   */
  static boolean provesIdentity(City city, Account account, String kind) {
    return isIdentity(city, kind)
        || city.accounts()
            .type(account.typeKey())
            .map(type -> type.license().asked() == Asked.NONE)
            .orElse(false);
  }
}
