package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileLimits;
import org.permitportal.files.FileType;
import org.permitportal.files.Inspection;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.files.UploadOwner;
import org.permitportal.licenses.AccountDocument.State;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Keeps or refuses an account's document once its file has arrived and was checked. */
@Singleton
class ArrivedAccountDocuments implements UploadOwner {
  private static final int TRIES = 4;
  private final LicenseStore licenses;
  private final DocumentStore documents;
  private final CapacityCounter capacityCounter;
  private final Outbox outbox;
  private final City city;
  private final Clock clock;

  ArrivedAccountDocuments(
      LicenseStore licenses,
      DocumentStore documents,
      CapacityCounter capacityCounter,
      Outbox outbox,
      City city,
      Clock clock) {
    this.licenses = licenses;
    this.documents = documents;
    this.capacityCounter = capacityCounter;
    this.outbox = outbox;
    this.city = city;
    this.clock = clock;
  }

  @Override
  public String prefix() {
    return AccountDocuments.PREFIX;
  }

  @Override
  public Claim claim(ObjectKey key) {
    AccountDocument document = documents.find(key.ownerId(), key.fileId()).orElse(null);
    if (document != null && document.state() == State.PENDING) {
      Optional<Integer> checks = documents.checking(key.ownerId(), key.fileId());
      return checks.isEmpty()
          ? claim(key)
          : new Awaited(
              Objects.requireNonNull(FileType.ofMediaType(document.type())),
              document.bytes(),
              FileLimits.of(city.files().account()),
              checks.get());
    }
    return document != null && document.state() == State.READY ? new Kept() : new Unwanted();
  }

  /**
   * Marks the document READY. The license it proves goes back to the staff queue when it was
   * rejected or is about identity, so staff never verify something they have not seen.
   */
  @Override
  public void ready(ObjectKey key, Inspection.Healthy found) {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      AccountRecord file = licenses.load(key.ownerId()).orElse(null);
      AccountDocument document = file == null ? null : file.document(key.fileId()).orElse(null);
      if (file == null || document == null || document.state() != State.PENDING) {
        return;
      }
      Transaction arrival = new Transaction().with(documents.ready(document));
      Write reopened = reopened(file, document.proves());
      if (reopened != null) {
        arrival.with(reopened);
      }
      if (arrival.run().isEmpty()) {
        return;
      }
    }
    throw Outage.problem();
  }

  private @Nullable Write reopened(AccountRecord file, @Nullable String proves) {
    if (proves == null) {
      return null;
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    License license = file.license(proves).orElse(null);
    if (license == null) {
      return proves.equals(License.identityOf(file.account().accountId()))
          ? licenses.first(
              License.added(file.account(), proves, LicenseKind.IDENTITY, LicenseFacts.NONE, now))
          : null;
    }
    boolean seenAnew =
        license.kind() == LicenseKind.IDENTITY || license.verdict() == Verdict.REJECTED;
    return seenAnew
        ? licenses.next(
            license
                .edited(license.facts(), now)
                .reminding(
                    License.nextReminder(
                        license.facts(),
                        LocalDate.ofInstant(now, city.zone()),
                        city.licenses().reminderDays())))
        : null;
  }

  @Override
  public void refused(ObjectKey key, RefusalReason reason, Map<String, String> values) {
    AccountDocument document = documents.find(key.ownerId(), key.fileId()).orElse(null);
    if (document == null) {
      return;
    }
    Map<String, String> told = new HashMap<>(values);
    told.put("file", document.name());
    told.put("reasonKey", reason.messageKey());
    boolean recorded =
        new Transaction()
            .with(documents.refused(document, reason.name()))
            .with(outbox.write(new Notice(Mail.ACCOUNT_DOCUMENT_REFUSED, document.userId(), told)))
            .run()
            .isEmpty();
    if (recorded) {
      capacityCounter.release(documents.counter(key.ownerId()));
    }
  }
}
