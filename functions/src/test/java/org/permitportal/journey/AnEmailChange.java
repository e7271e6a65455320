package org.permitportal.journey;

import java.util.UUID;

/** Changes the email address of a person's login. */
public final class AnEmailChange {
  private AnEmailChange() {}

  /** Returns an address that nobody has. */
  public static String anEmail() {
    return "new-" + UUID.randomUUID() + "@rivera.example";
  }

  /**
   * Returns the call that asks for a change of the address. The portal then mails a code to the new
   * address.
   */
  public static ApiCall ask(String accessToken, String password, String email) {
    return ApiCall.of("changeEmail").bearer(accessToken).json("password", password, "email", email);
  }

  /** Returns the call that confirms the new address with the mailed code. */
  public static ApiCall confirm(String accessToken, String email, String code) {
    return ApiCall.of("confirmEmailChange").bearer(accessToken).json("email", email, "code", code);
  }

  /** Changes the address: asks for the change and confirms it. */
  public static void done(String accessToken, String password, String email) {
    ask(accessToken, password, email).expect(200);
    confirm(accessToken, email, ThePortal.codeMailedTo(email)).expect(204);
  }
}
