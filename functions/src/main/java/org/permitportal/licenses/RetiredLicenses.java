package org.permitportal.licenses;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;

/** What follows for licenses when their account was closed: they stay, as records. */
@Singleton
public class RetiredLicenses {
  private final LicenseStore licenses;

  RetiredLicenses(LicenseStore licenses) {
    this.licenses = licenses;
  }

  /** Nobody need verify or renew them any more; can be repeated. */
  public void retire(String accountId) {
    licenses.ofMember(accountId).licenses().stream()
        .filter(license -> license.verdict() == Verdict.UNVERIFIED || license.remindOn() != null)
        .forEach(license -> Table.run(licenses.retired(license)));
  }
}
