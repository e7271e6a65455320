package org.permitportal.licenses;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileLifecycle;
import org.permitportal.files.FileLifecycle.Announced;
import org.permitportal.files.FileLifecycle.Removal;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.files.Upload;
import org.permitportal.files.UploadRequest;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Problem.FieldError;
import org.permitportal.platform.Write;

/** Lets an account's members upload and remove the account's documents. */
@Singleton
public class AccountDocuments {
  private final LicenseStore licenses;
  private final AccountFiles accountFiles;
  private final FileLifecycle lifecycle;
  private final City city;

  AccountDocuments(
      LicenseStore licenses, AccountFiles accountFiles, FileLifecycle lifecycle, City city) {
    this.licenses = licenses;
    this.accountFiles = accountFiles;
    this.lifecycle = lifecycle;
    this.city = city;
  }

  /**
   * A document whose upload was requested.
   *
   * @param upload the signed upload of the file; null when a repeated request finds the file
   *     already checked
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Requested(String documentId, String name, @Nullable Upload upload) {}

  /**
   * Records an announced document and signs its upload.
   *
   * @throws Problem 400 when the file breaks one of the city's rules; 409 when the account has too
   *     many files, or when the Idempotency-Key was used for another document
   */
  public Requested request(Applicant applicant, UploadRequest request) {
    String account = applicant.accountId();
    AccountRecord record = licenses.ofMember(account);
    String license = request.proves();
    List<FieldError> errors = new ArrayList<>();
    if (city.accounts().attachmentKind(request.kind()).isEmpty()) {
      errors.add(new FieldError("kind", "INVALID", "This kind of attachment does not exist."));
    }
    if (license != null && record.license(license).isEmpty()) {
      errors.add(new FieldError("licenseId", "INVALID", "Your account has no such license."));
    }
    boolean identity = NewAccountLicenses.provesIdentity(city, record.account(), request.kind());
    Announced file =
        lifecycle.announce(
            accountFiles,
            account,
            identity ? request.proving(License.identityOf(account)) : request,
            Uploader.of(applicant),
            errors);
    return new Requested(file.id(), file.name(), file.upload());
  }

  /**
   * Removes a document and its object. Does nothing when the document does not exist. If a client
   * uploads the file after the removal, the file is deleted when it arrives.
   *
   * @throws Problem 409 when the document proves a license that staff have verified
   */
  public void remove(Applicant applicant, String id) {
    lifecycle.remove(
        accountFiles,
        () -> {
          AccountRecord account = licenses.ofMember(applicant.accountId());
          return account
              .document(id)
              .map(document -> new Removal(document.file(), unverified(account, document)));
        });
  }

  /**
   * Returns a check, for a transaction, that staff have not verified the license that a document
   * proves. The result is empty when the document proves no license or staff can't have seen it.
   *
   * @throws Problem 409 when staff have verified the license
   */
  private List<Write> unverified(AccountRecord account, AccountDocument document) {
    String proves = document.file().proves();
    if (proves == null || !document.seen()) {
      return List.of();
    }
    if (account.license(proves).filter(l -> l.verdict() == Verdict.VERIFIED).isPresent()) {
      throw Problem.of(LicenseProblem.DOCUMENT_PROVES_LICENSE);
    }
    return List.of(licenses.notVerified(account.account().accountId(), proves));
  }
}
