package org.permitportal.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.AColleague;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.Eventually;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.emulators.Mail;

/**
 * Tests that every reader gets a mail in their own language, also its labels and dates, independent
 * of the person who caused the mail.
 */
class MailLanguageJourneyTest {
  @Test
  void anEnglishOwnersMailsToASpanishMemberAreSpanish() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague luz = spanish(owner, "READ_ONLY");
    Mail invitation = ThePortal.mailTo(luz.email());
    String lastDay =
        DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", Locale.of("es"))
            .format(
                LocalDate.ofInstant(
                    ThePortal.clock().instant().plus(Duration.ofDays(7)),
                    ZoneId.of("America/Denver")));
    assertThat(invitation.text())
        .contains("esta función: Solo lectura.", "hasta el " + lastDay + ".");
    luz.acceptance().expect(200);
    String id = luz.id(owner);

    ApiCall.of("changeMember")
        .bearer(owner)
        .path("memberId", id)
        .json("role", "OWNER", "password", AnAccount.PASSWORD)
        .expect(200);
    assertThat(told(luz.email(), "Su función en la cuenta").text())
        .contains("le ha dado otra función: Titular.");

    ApiCall.of("changeMember")
        .bearer(owner)
        .path("memberId", id)
        .json("role", "MEMBER", "password", AnAccount.PASSWORD)
        .expect(200);
    ApiCall.of("removeMember")
        .bearer(owner)
        .path("memberId", id)
        .json("password", AnAccount.PASSWORD)
        .expect(204);
    assertThat(told(luz.email(), "Usted ya no es miembro").text())
        .contains("le ha quitado de ella");
  }

  @Test
  void ofTwoOwnersEachIsToldInTheirOwnLanguage() {
    AnAccount account = AnAccount.confirmed();
    String owner = account.signedIn().accessToken();
    AColleague luz = spanish(owner, "OWNER");
    luz.acceptance().expect(200);

    ApiCall.of("changeMember")
        .bearer(owner)
        .path("memberId", luz.id(owner))
        .json("principal", true, "password", AnAccount.PASSWORD)
        .expect(200);

    told(luz.email(), "Mara Rivera inicia ahora sesión");
    told(account.email(), "Mara Rivera now logs in");
  }

  @Test
  void anInvitationToSomebodyElsesMemberIsInThatPersonsLanguage() {
    String owner = AnAccount.confirmed().signedIn().accessToken();
    AColleague luz = spanish(owner, "MEMBER");
    luz.acceptance().expect(200);
    String other = AnAccount.confirmed().signedIn().accessToken();

    AColleague.invitation(other, luz.email(), "MEMBER").expect(201);

    told(luz.email(), "le invitó, pero esta dirección ya tiene acceso");
  }

  private static AColleague spanish(String owner, String role) {
    String email = "luz-" + UUID.randomUUID() + "@rivera.example";
    String id =
        AColleague.invitation(owner, email, role)
            .json(
                "email",
                email,
                "role",
                role,
                "name",
                "Luz",
                "language",
                "es",
                "password",
                AnAccount.PASSWORD)
            .expect(201)
            .text("/invitationId");
    return new AColleague(email, id, AColleague.codeMailedTo(email));
  }

  private static Mail told(String email, String subject) {
    return Eventually.get(
        "a mail: " + subject,
        () ->
            ThePortal.stack().mailbox().mailsTo(email).stream()
                .filter(mail -> mail.subject().contains(subject))
                .findFirst());
  }
}
