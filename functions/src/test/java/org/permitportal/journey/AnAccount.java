package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/**
 * A confirmed account. It is a copy of an account that the wizard's operations have made; see
 * {@link RecordedAccount}.
 *
 * @param name the company's name, as the portal shows it
 * @param handle the account's handle in the list of companies
 */
public record AnAccount(
    String name, String handle, String number, String email, String password, String draftId) {
  public static final String PASSWORD = "seven tall lanterns";

  /** The mobile app's session. */
  public record Session(String accessToken, String refreshToken) {
    /** Returns the access token's claims. */
    public JsonNode claims() {
      try {
        return new ObjectMapper()
            .readTree(Base64.getUrlDecoder().decode(accessToken.split("\\.", -1)[1]));
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Returns the account of a company with a new name. */
  public static AnAccount confirmed() {
    return RecordedAccount.copied();
  }

  /** Returns the account of a company with this name. */
  public static AnAccount named(String name) {
    return registered(name, "owner-" + UUID.randomUUID() + "@rivera.example");
  }

  /** Sets up an account with the wizard's operations. */
  static AnAccount registered(String name, String email) {
    String address = ApiCall.anAddress();
    JsonNode begun =
        ApiCall.of("startRegistration")
            .from(address)
            .json("agreed", true, "termsVersion", "2026-01", "language", "en")
            .expect(201)
            .body();
    String draft = begun.path("draftId").asText();
    String token = begun.path("token").asText();
    long version =
        ApiCall.of("saveCompany")
            .from(address)
            .draft(draft, token)
            .ifMatch(begun.path("version").asLong())
            .json(
                "accountType", "roofing",
                "holder", "organization",
                "name", name,
                "license", Map.of("number", "RC-20417", "expires", "2099-06-30"),
                "email", email,
                "phone", "719-555-0150",
                "password", PASSWORD,
                "question", "first-tool",
                "answer", "A circular saw")
            .expect(200)
            .version();
    version =
        ApiCall.of("saveContact")
            .from(address)
            .draft(draft, token)
            .ifMatch(version)
            .json(
                "firstName", "Ana",
                "lastName", "Rivera",
                "address",
                    Map.of(
                        "line1",
                        "12 Elm Street",
                        "city",
                        "Juniper Falls",
                        "state",
                        "CO",
                        "zip",
                        "80999"),
                "phone", "719-555-0150",
                "preferredContact", "EMAIL",
                "language", "en")
            .expect(200)
            .version();
    ApiCall.of("sendCode").from(address).draft(draft, token).ifMatch(version).send();
    JsonNode confirmed =
        ApiCall.of("confirmRegistration")
            .from(address)
            .draft(draft, token)
            .ifMatch(version)
            .json("code", ThePortal.codeMailedTo(email))
            .expect(200)
            .body();
    return new AnAccount(
        confirmed.path("name").asText(),
        confirmed.path("handle").asText(),
        confirmed.path("accountNumber").asText(),
        email,
        PASSWORD,
        draft);
  }

  /** Signs in like the mobile app. */
  public Session signedIn() {
    JsonNode session =
        ApiCall.of("login")
            .json("handle", handle, "password", password, "delivery", "BODY")
            .expect(200)
            .body();
    return new Session(session.path("accessToken").asText(), session.path("refreshToken").asText());
  }
}
