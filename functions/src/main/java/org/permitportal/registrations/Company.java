package org.permitportal.registrations;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.AccountSettings.Holder;
import org.permitportal.platform.Item;
import org.permitportal.users.Email;

/**
 * The company's data from step 1, or the data of a person without a company.
 *
 * @param typeKey the account type's key in the city's file
 * @param name the name as it is shown
 * @param nameKey the normalized name, which is unique
 * @param nameHeldUntil the time until which nobody else can take the name
 * @param phone the phone number in E.164 form
 * @param license the license fields that were filled in, by their names in the city's file
 * @param listed whether the company or person may be on the list of companies
 */
record Company(
    String typeKey,
    Holder holder,
    String name,
    String nameKey,
    Instant nameHeldUntil,
    Email email,
    String phone,
    Map<String, String> license,
    boolean listed) {

  Company heldUntil(Instant until) {
    return new Company(typeKey, holder, name, nameKey, until, email, phone, license, listed);
  }

  /**
   * Returns whether the other company has the same data. The end of the name's hold is not
   * compared.
   */
  boolean sameAs(@Nullable Company other) {
    return other != null && heldUntil(other.nameHeldUntil).equals(other);
  }

  Item item() {
    return Item.nested()
        .with("typeKey", typeKey)
        .with("holder", holder)
        .with("name", name)
        .with("nameKey", nameKey)
        .with("nameHeldUntil", nameHeldUntil)
        .with("email", email.value())
        .with("phone", phone)
        .with("license", license)
        .with("listed", listed);
  }

  static Company from(Item item) {
    return new Company(
        item.text("typeKey"),
        item.constant("holder", Holder.class),
        item.text("name"),
        item.text("nameKey"),
        item.instant("nameHeldUntil"),
        new Email(item.text("email")),
        item.text("phone"),
        item.textMap("license"),
        item.flag("listed"));
  }
}
