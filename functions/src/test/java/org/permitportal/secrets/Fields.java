package org.permitportal.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Maps the names of the contract's fields to the kinds of their values. */
final class Fields {
  private static final Map<String, Kind> ASKED = new HashMap<>();
  private static final Map<String, Kind> ANSWERED = new HashMap<>();

  static {
    all(ASKED, Kind.PASSWORD, "password currentPassword newPassword");
    all(ASKED, Kind.ANSWER, "answer");
    all(ASKED, Kind.TOKEN, "refreshToken challenge recovery");
    all(ASKED, Kind.SECOND_FACTOR, "recoveryCode");
    // Two kinds of codes have this name. Their lengths distinguish them.
    all(ASKED, Kind.CODE, "code");
    all(ASKED, Kind.EMAIL, "email");
    all(ASKED, Kind.PHONE, "phone mobile companyPhone");
    all(ASKED, Kind.NUMBER, "number liabilityPolicy workersCompPolicy");
    all(ASKED, Kind.WORDS, "name firstName lastName user line1 line2 reason device");
    all(ASKED, Kind.HARMLESS, "accountType holder class expires issued question termsVersion");
    all(ASKED, Kind.HARMLESS, "liabilityExpires workersCompExpires city state zip language");
    all(ASKED, Kind.HARMLESS, "preferredContact role delivery decision kind type sha256");
    all(ASKED, Kind.HARMLESS, "licenseId handle");
    all(ANSWERED, Kind.TOKEN, "accessToken refreshToken token challenge recovery");
    all(ANSWERED, Kind.SECOND_FACTOR, "secret recoveryCodes");
    all(ANSWERED, Kind.EMAIL, "email");
    all(ANSWERED, Kind.PHONE, "phone mobile companyPhone");
  }

  private Fields() {}

  private static void all(Map<String, Kind> of, Kind kind, String names) {
    for (String name : names.split(" ", -1)) {
      of.put(name, kind);
    }
  }

  /** Returns whether this class knows the kind of a request's field. */
  static boolean known(String field) {
    return ASKED.containsKey(field);
  }

  /** Passes on each text of a request's body with its kind. */
  static void asked(JsonNode body, BiConsumer<Kind, String> told) {
    each("", body, ASKED, told);
  }

  /** Passes on each text of an answer's body with its kind. */
  static void answered(JsonNode body, BiConsumer<Kind, String> told) {
    each("", body, ANSWERED, told);
  }

  private static void each(
      String name, JsonNode node, Map<String, Kind> kinds, BiConsumer<Kind, String> told) {
    if (node.isTextual()) {
      told.accept(kind(kinds.getOrDefault(name, Kind.HARMLESS), node.asText()), node.asText());
    } else if (node.isArray()) {
      node.forEach(member -> each(name, member, kinds, told));
    } else {
      node.properties().forEach(field -> each(field.getKey(), field.getValue(), kinds, told));
    }
  }

  private static Kind kind(Kind named, String text) {
    return switch (named) {
      case CODE -> text.length() > 6 ? Kind.LINK_CODE : named;
      case WORDS -> text.contains("@") ? Kind.EMAIL : named;
      default -> named;
    };
  }
}
