package org.permitportal.registrations;

import org.jspecify.annotations.Nullable;
import org.permitportal.licenses.StatedLicense;
import org.permitportal.platform.City.Holder;

/**
 * Step 1 as somebody filled it in.
 *
 * @param password null leaves the one that was given before
 * @param question with {@code answer}; null leaves those that were given before
 * @param listed whether a person wants to be on the list of companies; null is no for a person, yes
 *     for an organization
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
