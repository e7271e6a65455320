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
import org.permitportal.files.ObjectKey;
import org.permitportal.files.StoredFiles;
import org.permitportal.files.Upload;
import org.permitportal.files.Uploads;
import org.permitportal.licenses.AccountDocument.State;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Table;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Documents that an account's members hand in, take away and, identity aside, look at. */
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
   * What a client says of a file.
   *
   * @param kind an attachment kind's key in the city's file
   * @param licenseId the license that it proves, or null
   * @param sha256 base64
   */
  public record Wish(
      String kind,
      @Nullable String licenseId,
      String name,
      String type,
      long bytes,
      String sha256) {}

  /**
   * A document that was asked for.
   *
   * @param upload how to send it; null when a repeated request finds it sent and checked
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Requested(String documentId, String name, @Nullable Upload upload) {}

  /**
   * Asks for an upload.
   *
   * @param key the client's Idempotency-Key: the same file asked for again is the same document
   * @throws Problem 400 what breaks the city's rule; 409 too many files or a key of another's
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
      throw Problem.of(LicenseProblem.KEY_REUSED);
    }
    if (before != null && before.state() != State.PENDING) {
      return new Requested(id, before.name(), null);
    }
    return new Requested(id, wanted.name(), uploads.sign(wanted.key(), announced));
  }

  /**
   * Removes a document and its object; one that is not there is removed already. An upload that
   * arrives later is removed when it arrives.
   *
   * @throws Problem 409 when staff verified a license by it
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
      // It was checked or removed meanwhile.
      remove(applicant, id);
      return;
    }
    stored.delete(document.key());
    documents.delete(document);
    if (document.counts(clock.instant())) {
      capacityCounter.release(documents.counter(applicant.accountId()));
    }
  }

  /** Takes a place for one and writes it; or what somebody else wrote under its id meanwhile. */
  private @Nullable AccountDocument taken(AccountDocument wanted, AccountRecord file) {
    String account = wanted.accountId();
    int most = city.files().account().maxFiles();
    if (!capacityCounter.take(() -> documents.counter(account), most, () -> there(file))) {
      throw Problem.of(LicenseProblem.TOO_MANY_FILES);
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
    City.FileRule rule = city.files().account();
    List<FieldError> errors = new ArrayList<>();
    if (city.attachmentKind(wish.kind()).isEmpty()) {
      errors.add(new FieldError("kind", "INVALID", "There is no such kind of attachment."));
    }
    if (wish.licenseId() != null && file.license(wish.licenseId()).isEmpty()) {
      errors.add(new FieldError("licenseId", "INVALID", "There is no such license."));
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
        applicant.origin().language(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        null,
        null);
  }
}
