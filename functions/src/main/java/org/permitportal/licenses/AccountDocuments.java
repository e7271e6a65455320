package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.AnnouncedFile;
import org.permitportal.files.FileProblem;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.StoredFiles;
import org.permitportal.files.Upload;
import org.permitportal.files.Uploads;
import org.permitportal.licenses.AccountDocument.State;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;
import org.permitportal.platform.FileSettings;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Lets an account's members upload and remove the account's documents. */
@Singleton
public class AccountDocuments {
  static final String PREFIX = "account";
  private final LicenseStore licenses;
  private final DocumentStore documents;
  private final CapacityCounter capacityCounter;
  private final Uploads uploads;
  private final StoredFiles stored;
  private final DueItems dueItems;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  AccountDocuments(
      LicenseStore licenses,
      DocumentStore documents,
      CapacityCounter capacityCounter,
      Uploads uploads,
      StoredFiles stored,
      DueItems dueItems,
      City city,
      Ids ids,
      Clock clock) {
    this.licenses = licenses;
    this.documents = documents;
    this.capacityCounter = capacityCounter;
    this.uploads = uploads;
    this.stored = stored;
    this.dueItems = dueItems;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A file as a client announces it.
   *
   * @param kind the key of an attachment kind in the city's file
   * @param licenseId the id of the license it proves, or null
   * @param sha256 the file's SHA-256, in base64
   */
  public record Wish(
      String kind,
      @Nullable String licenseId,
      String name,
      String type,
      long bytes,
      String sha256) {}

  /**
   * A document whose upload was requested.
   *
   * @param upload how to send the file; null when a repeated request finds it already sent and
   *     checked
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Requested(String documentId, String name, @Nullable Upload upload) {}

  /**
   * Records an announced document and signs its upload.
   *
   * @param key the client's Idempotency-Key, or null; the same key and file return the same
   *     document
   * @throws Problem 400 when the file breaks one of the city's rules; 409 when the account has too
   *     many files, or the key was used for another document
   */
  public Requested request(Applicant applicant, Wish wish, @Nullable String key) {
    AccountRecord file = licenses.ofMember(applicant.accountId());
    AnnouncedFile announced = announced(file, wish);
    String id =
        key == null
            ? ids.ulid()
            : Ids.derived(applicant.accountId(), "requestAccountDocument", key);
    AccountDocument wanted = wanted(applicant, file, wish, id, announced);
    AccountDocument before = file.document(id).orElse(null);
    if (before == null) {
      before = taken(wanted, file);
    }
    if (before != null && !before.announces(wanted)) {
      throw Problem.of(RequestProblem.KEY_REUSED);
    }
    if (before != null && before.state() != State.PENDING) {
      return new Requested(id, before.name(), null);
    }
    return new Requested(id, wanted.name(), uploads.sign(wanted.key(), announced));
  }

  /**
   * Removes a document and its object. Does nothing when the document does not exist. A file that
   * is uploaded after the removal is deleted when it arrives.
   *
   * @throws Problem 409 when staff verified a license by this document
   */
  public void remove(Applicant applicant, String id) {
    AccountDocument document = documents.find(applicant.accountId(), id).orElse(null);
    if (document == null) {
      return;
    }
    Transaction removal = new Transaction().with(documents.removing(document, dueItems.today()));
    boolean seen = document.state() == State.READY || document.state() == State.DELETED;
    Write unverified =
        document.proves() == null || !seen
            ? null
            : licenses.notVerified(applicant.accountId(), document.proves());
    if (unverified != null) {
      removal.with(unverified);
    }
    List<Write> refused = removal.run();
    if (unverified != null && refused.contains(unverified)) {
      throw Problem.of(LicenseProblem.DOCUMENT_PROVES_LICENSE);
    }
    if (!refused.isEmpty()) {
      // The document was checked or removed in the meantime: try again.
      remove(applicant, id);
      return;
    }
    stored.delete(document.key());
    documents.delete(document);
    if (document.counts(clock.instant())) {
      capacityCounter.release(documents.counter(applicant.accountId()));
    }
  }

  /**
   * Reserves a slot for the document and writes it. Returns null when it was written, or the
   * document that another request wrote under the same id in the meantime.
   */
  private @Nullable AccountDocument taken(AccountDocument wanted, AccountRecord file) {
    String account = wanted.accountId();
    int most = city.files().account().maxFiles();
    if (!capacityCounter.take(() -> documents.counter(account), most, () -> there(file))) {
      throw Problem.of(FileProblem.TOO_MANY_FILES);
    }
    if (Table.run(documents.first(wanted))) {
      return null;
    }
    capacityCounter.release(documents.counter(account));
    return documents.find(account, wanted.id()).orElseThrow(Problem::notFound);
  }

  private int there(AccountRecord file) {
    Instant now = clock.instant();
    return (int) file.documents().stream().filter(document -> document.counts(now)).count();
  }

  private AnnouncedFile announced(AccountRecord file, Wish wish) {
    FileSettings.FileRule rule = city.files().account();
    List<FieldError> errors = new ArrayList<>();
    if (city.accounts().attachmentKind(wish.kind()).isEmpty()) {
      errors.add(new FieldError("kind", "INVALID", "This kind of attachment does not exist."));
    }
    if (wish.licenseId() != null && file.license(wish.licenseId()).isEmpty()) {
      errors.add(new FieldError("licenseId", "INVALID", "Your account has no such license."));
    }
    errors.addAll(AnnouncedFile.errors(rule, wish.type(), wish.bytes()));
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return AnnouncedFile.checked(rule, wish.name(), wish.type(), wish.bytes(), wish.sha256());
  }

  private AccountDocument wanted(
      Applicant applicant, AccountRecord file, Wish wish, String id, AnnouncedFile announced) {
    return new AccountDocument(
        applicant.accountId(),
        id,
        wish.kind(),
        NewAccountLicenses.isIdentity(city, wish.kind()),
        State.PENDING,
        announced.name().label(),
        announced.type().mediaType(),
        announced.bytes(),
        announced.sha256(),
        new ObjectKey(PREFIX, applicant.accountId(), id),
        NewAccountLicenses.provesIdentity(city, file.account(), wish.kind())
            ? License.identityOf(applicant.accountId())
            : wish.licenseId(),
        null,
        applicant.userId(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        null);
  }
}
