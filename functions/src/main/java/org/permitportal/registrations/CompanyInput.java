package org.permitportal.registrations;

import org.jspecify.annotations.Nullable;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.AccountSettings.Holder;

/**
 * The fields of step 1 as the registrant filled them in.
 *
 * @param password the password, or null to keep the earlier password
 * @param question the question's key, given together with {@code answer}; null to keep the earlier
 *     question and answer
 * @param listed whether to put the company or person on the list of companies; null means yes for
 *     an organization and no for a person
 */
public record CompanyInput(
    String accountType,
    Holder holder,
    String name,
    @Nullable StatedLicense license,
    String email,
    String phone,
    @Nullable String password,
    @Nullable String question,
    @Nullable String answer,
    @Nullable Boolean listed) {
  @Override
  public String toString() {
    return "CompanyInput[***]";
  }
}
