package org.permitportal.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;
import org.permitportal.platform.Text;

/**
 * An account's contact person, entered in step 2 of the registration wizard.
 *
 * @param phone the phone number in E.164
 * @param mobile the mobile phone number in E.164, or null
 * @param language the language of mails to this person; one of the city's languages
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(
    String firstName,
    String lastName,
    Address address,
    String phone,
    @Nullable String mobile,
    Way preferredContact,
    String language) {

  /** The way in which a person wants to be contacted. */
  @Serdeable
  public enum Way {
    EMAIL,
    PHONE,
    TEXT
  }

  /** A postal address in the United States. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Address(
      @NotNull @Size(min = 1, max = 100) @Pattern(regexp = Text.FILLED) String line1,
      @Nullable @Size(max = 100) @Pattern(regexp = Text.LINE) String line2,
      @NotNull @Size(min = 1, max = 60) @Pattern(regexp = Text.FILLED) String city,
      @NotNull @Pattern(regexp = "[A-Z]{2}") String state,
      @NotNull @Pattern(regexp = "\\d{5}(-\\d{4})?") String zip) {}

  public Item item() {
    return Item.nested()
        .with("firstName", firstName)
        .with("lastName", lastName)
        .with(
            "address",
            Item.nested()
                .with("line1", address.line1())
                .with("line2", address.line2())
                .with("city", address.city())
                .with("state", address.state())
                .with("zip", address.zip()))
        .with("phone", phone)
        .with("mobile", mobile)
        .with("preferredContact", preferredContact)
        .with("language", language);
  }

  public static Contact from(Item item) {
    Item address = item.nested("address");
    if (address == null) {
      throw new IllegalStateException("A contact without an address");
    }
    return new Contact(
        item.text("firstName"),
        item.text("lastName"),
        new Address(
            address.text("line1"),
            address.optionalText("line2"),
            address.text("city"),
            address.text("state"),
            address.text("zip")),
        item.text("phone"),
        item.optionalText("mobile"),
        item.constant("preferredContact", Way.class),
        item.text("language"));
  }

  public Contact withPhones(String first, @Nullable String second) {
    return new Contact(firstName, lastName, address, first, second, preferredContact, language);
  }

  /** Returns the person's first and last name. */
  public String fullName() {
    return firstName + " " + lastName;
  }
}
