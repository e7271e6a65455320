package org.permitportal.licenses;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;

/**
 * Stops the verification and the reminders of an account's licenses when the account is closed. The
 * licenses remain stored.
 */
@Singleton
public class RetiredLicenses {
  private final LicenseStore licenses;

  RetiredLicenses(LicenseStore licenses) {
    this.licenses = licenses;
  }

  /**
   * Removes an account's licenses from the staff queue and from the reminders. A repeated call
   * changes nothing.
   */
  public void retire(String accountId) {
    licenses.ofMember(accountId).licenses().stream()
        .filter(license -> license.verdict() == Verdict.UNVERIFIED || license.remindOn() != null)
        .forEach(license -> Table.run(licenses.retired(license)));
  }
}
