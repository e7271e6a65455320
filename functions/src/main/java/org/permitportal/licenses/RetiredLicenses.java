package org.permitportal.licenses;

import jakarta.inject.Singleton;
import org.permitportal.platform.Table;

/**
 * Stops verification and reminders of licenses when an account is closed. The licenses stay as
 * records.
 */
@Singleton
public class RetiredLicenses {
  private final LicenseStore licenses;

  RetiredLicenses(LicenseStore licenses) {
    this.licenses = licenses;
  }

  /**
   * Removes an account's licenses from the staff queue and the reminders. Repeating it changes
   * nothing.
   */
  public void retire(String accountId) {
    licenses.ofMember(accountId).licenses().stream()
        .filter(license -> license.verdict() == Verdict.UNVERIFIED || license.remindOn() != null)
        .forEach(license -> Table.run(licenses.retired(license)));
  }
}
