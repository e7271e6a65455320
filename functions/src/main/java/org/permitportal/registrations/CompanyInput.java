package org.permitportal.registrations;

import org.jspecify.annotations.Nullable;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.AccountSettings.Holder;

/**
 * Step 1 as somebody filled it in.
 *
 * @param password the password, or null to keep the one given before
 * @param question the question's key, given with {@code answer}; null keeps those given before
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
