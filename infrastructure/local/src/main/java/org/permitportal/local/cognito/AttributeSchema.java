package org.permitportal.local.cognito;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The attributes that a user may have (dg user-pool-settings-attributes.html). */
record AttributeSchema(Map<String, Attribute> attributes) {
  private static final Set<String> STANDARD =
      Set.of(
          "address",
          "birthdate",
          "email",
          "email_verified",
          "family_name",
          "gender",
          "given_name",
          "locale",
          "middle_name",
          "name",
          "nickname",
          "phone_number",
          "phone_number_verified",
          "picture",
          "preferred_username",
          "profile",
          "updated_at",
          "website",
          "zoneinfo");

  /**
   * The rules for one attribute.
   *
   * @param least the least number of characters
   * @param most the largest number of characters
   */
  record Attribute(boolean mutable, int least, int most) {}

  static AttributeSchema read(Properties pool) {
    Map<String, Attribute> attributes = new HashMap<>();
    STANDARD.forEach(name -> attributes.put(name, new Attribute(true, 0, 2048)));
    for (JsonNode node : pool.node().path("Schema")) {
      String given = node.path("Name").asText();
      boolean standard = STANDARD.contains(given);
      Properties one =
          new Properties(pool.path() + ".Schema." + given, node)
              .only(
                  """
                  Name AttributeDataType Mutable Required StringAttributeConstraints

                  """);
      boolean text = one.text("AttributeDataType", "String").equals("String");
      one.require(text, "AttributeDataType", "other than String is not emulated");
      one.require(!one.flag("Required", false), "Required", "is not emulated");
      // dg: at most 20 characters after the prefix that Cognito adds.
      one.require(standard || given.length() <= 20, "Name", "is longer than 20 characters");
      Properties length = one.block("StringAttributeConstraints").only("MinLength MaxLength");
      attributes.put(
          standard ? given : "custom:" + given,
          new Attribute(
              one.flag("Mutable", true),
              length.number("MinLength", 0, 0, 2048),
              length.number("MaxLength", 2048, 0, 2048)));
    }
    return new AttributeSchema(attributes);
  }

  /**
   * Returns the attributes after the given changes. An empty value removes an attribute (api
   * API_AdminUpdateUserAttributes.html).
   *
   * @param fresh whether the user is new; only a new user can get attributes that are not mutable
   */
  Map<String, String> changed(
      Map<String, String> present, Map<String, String> changes, boolean fresh) {
    Map<String, String> result = new TreeMap<>(present);
    changes.forEach(
        (name, value) -> {
          check(name, value, fresh);
          if (value.isEmpty()) {
            result.remove(name);
          } else {
            result.put(name, value);
          }
        });
    for (String contact : List.of("email", "phone_number")) {
      boolean same = result.getOrDefault(contact, "").equals(present.getOrDefault(contact, ""));
      if (!fresh && !same && !changes.containsKey(contact + "_verified")) {
        result.put(contact + "_verified", "false");
      }
    }
    return result;
  }

  private void check(String name, String value, boolean fresh) {
    Attribute rules = attributes.get(name);
    if (rules == null) {
      throw unfit(name, "Attribute does not exist in the schema.");
    }
    if (!fresh && !rules.mutable()) {
      throw Refusal.invalidParameter("user." + name + ": Attribute cannot be updated.\n");
    }
    int length = value.codePointCount(0, value.length());
    if (length > rules.most()) {
      throw unfit(name, "String must be no longer than " + rules.most() + " characters");
    }
    if (length > 0 && length < rules.least()) {
      throw unfit(name, "String must be at least " + rules.least() + " characters");
    }
    if (name.equals("email") && !value.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+|")) {
      throw Refusal.invalidParameter("Invalid email address format.");
    }
    if (name.equals("phone_number") && !value.matches("\\+\\d{1,15}|")) {
      throw Refusal.invalidParameter("Invalid phone number format.");
    }
  }

  private static Refusal unfit(String name, String complaint) {
    return Refusal.invalidParameter(
        "Attributes did not conform to the schema: " + name + ": " + complaint + "\n");
  }
}
