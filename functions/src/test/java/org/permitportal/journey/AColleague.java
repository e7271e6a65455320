package org.permitportal.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A colleague whom an account's owner has invited through the API.
 *
 * @param code the code in the link of the invitation's mail
 */
public record AColleague(String email, String invitationId, String code) {
  public static final String PASSWORD = "five green kettles";
  private static final Pattern CODE = Pattern.compile("#code=([A-Za-z0-9_-]{43})\\s");

  /** Invites a colleague with a new address, and waits for the mail. */
  public static AColleague invited(String ownerToken, String role) {
    return invited(ownerToken, AnAccount.PASSWORD, role);
  }

  /** Lets an owner with this password invite a colleague with a new address. */
  public static AColleague invited(String ownerToken, String password, String role) {
    String email = "mara-" + UUID.randomUUID() + "@rivera.example";
    String id = invitation(ownerToken, password, email, role).expect(201).text("/invitationId");
    return new AColleague(email, id, codeMailedTo(email));
  }

  /** Returns the call that invites a colleague, ready to be sent. */
  public static ApiCall invitation(String ownerToken, String email, String role) {
    return invitation(ownerToken, AnAccount.PASSWORD, email, role);
  }

  private static ApiCall invitation(String ownerToken, String password, String email, String role) {
    ApiCall call = ApiCall.of("inviteMember").bearer(ownerToken);
    return role.equals("OWNER")
        ? call.json(
            "email", email, "role", role, "name", "Mara", "language", "en", "password", password)
        : call.json("email", email, "role", role, "name", "Mara", "language", "en");
  }

  /** Invites a colleague, and lets the colleague join. */
  public static AColleague joined(String ownerToken, String role) {
    AColleague colleague = invited(ownerToken, role);
    colleague.acceptance().expect(200);
    return colleague;
  }

  /** Returns the code in the link of the newest mail to an address. */
  public static String codeMailedTo(String address) {
    Matcher link = CODE.matcher(ThePortal.mailTo(address).text());
    if (!link.find()) {
      throw new AssertionError("No link in the newest mail to " + address);
    }
    return link.group(1);
  }

  /**
   * Returns the call that accepts the invitation, ready to be sent. The given values replace the
   * usual values.
   */
  public ApiCall acceptance(Object... changes) {
    return ApiCall.of("acceptInvitation")
        .header("idempotency-key", "accept-" + code)
        .json(
            ADraft.changed(
                changes,
                "code",
                code,
                "agreed",
                true,
                "termsVersion",
                "2026-01",
                "name",
                "Mara Rivera",
                "password",
                PASSWORD,
                "question",
                "first-tool",
                "answer",
                "A hammer"));
  }

  public ApiCall login() {
    return ApiCall.of("login").json("user", email, "password", PASSWORD, "delivery", "BODY");
  }

  /** Signs in and returns an access token. */
  public String token() {
    return login().expect(200).text("/accessToken");
  }

  /** Returns the colleague's member id, as the account's owners see it. */
  public String id(String ownerToken) {
    JsonNode people = ApiCall.of("listMembers").bearer(ownerToken).expect(200).body();
    for (JsonNode member : people.path("members")) {
      if (member.path("email").asText().equals(email)) {
        return member.path("memberId").asText();
      }
    }
    throw new AssertionError("No member " + email);
  }
}
