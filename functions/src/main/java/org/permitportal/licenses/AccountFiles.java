package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.permitportal.files.FileOwner;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.files.FileStore;
import org.permitportal.files.Inspection;
import org.permitportal.platform.City;
import org.permitportal.platform.Item;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Write;

/** The files of accounts. The uploader of a refused file gets a mail. */
@Singleton
class AccountFiles implements FileOwner {
  private final LicenseStore licenses;
  private final DocumentStore documents;
  private final DueItems dueItems;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;

  AccountFiles(
      LicenseStore licenses,
      DocumentStore documents,
      DueItems dueItems,
      Outbox outbox,
      City city,
      Clock clock) {
    this.licenses = licenses;
    this.documents = documents;
    this.dueItems = dueItems;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
  }

  @Override
  public FileStore files() {
    return documents.files();
  }

  @Override
  public String rule(String kind) {
    return "account";
  }

  @Override
  public Item item(FileRecord file, Item item) {
    return documents.withIdentity(file, item);
  }

  /**
   * Puts the license that the file proves back into the staff queue, if the license was rejected or
   * is the holder's identity. So staff see the new file before they verify the license. The first
   * file that proves the holder's identity creates the identity's item.
   */
  @Override
  public List<Write> ready(FileRecord file) {
    String proves = file.proves();
    if (proves == null) {
      return List.of();
    }
    AccountRecord account = licenses.ofMember(file.ownerId());
    License license = account.license(proves).orElse(null);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (license == null) {
      return proves.equals(License.identityOf(file.ownerId()))
          ? List.of(
              licenses.first(
                  License.added(
                      account.account(), proves, LicenseKind.IDENTITY, LicenseFacts.NONE, now)))
          : List.of();
    }
    boolean seenAnew =
        license.kind() == LicenseKind.IDENTITY || license.verdict() == Verdict.REJECTED;
    return seenAnew
        ? List.of(
            licenses.next(
                license
                    .edited(license.facts(), now)
                    .reminding(
                        License.nextReminder(
                            license.facts(), dueItems.today(), city.licenses().reminderDays()))))
        : List.of();
  }

  @Override
  public List<Write> refused(FileRecord file, Inspection.Refused why) {
    Uploader by = Objects.requireNonNull(file.uploader());
    Map<String, String> told = new HashMap<>(why.values());
    told.put("file", file.name().label());
    told.put("reasonKey", why.reason().messageKey());
    return List.of(outbox.write(new Notice(Mail.ACCOUNT_DOCUMENT_REFUSED, by.userId(), told)));
  }

  @Override
  public Write removing(FileRecord file, Write removal) {
    return DocumentStore.removing(file, removal, dueItems.today());
  }
}
