package org.permitportal.licences;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;

/** What follows for licences when their account was closed: they stay, as records. */
@Singleton
public class RetiredLicences {
  private final LicenceStore licences;

  RetiredLicences(LicenceStore licences) {
    this.licences = licences;
  }

  /** Nobody need verify or renew them any more; can be repeated. */
  public void retire(String accountId) {
    licences.ofMember(accountId).licences().stream()
        .filter(licence -> licence.verdict() == Verdict.UNVERIFIED || licence.remindOn() != null)
        .forEach(licence -> Table.run(licences.retired(licence)));
  }
}
