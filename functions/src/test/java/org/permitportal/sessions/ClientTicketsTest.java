package org.permitportal.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.permitportal.sessions.ClientTickets.Ticket;
import org.permitportal.users.SignIn.Ask;
import org.permitportal.users.SignIn.Challenge;

class ClientTicketsTest {
  @Property
  void aTicketIsReadAsItWasWritten(
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String user,
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String session,
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long authTime,
      @ForAll @AlphaChars String token) {
    Ticket ticket = new Ticket(user, session, Instant.ofEpochSecond(authTime), token + "." + token);
    assertThat(Ticket.find(ticket.text())).contains(ticket);
    assertThat(ClientTickets.challenge(ticket.text())).isEmpty();
    assertThat(ticket).hasToString("Ticket[***]");
  }

  @Property
  void aChallengeIsReadAsItWasWritten(
      @ForAll Ask ask,
      @ForAll @AlphaChars @StringLength(max = 40) String user,
      @ForAll @AlphaChars String session) {
    Challenge challenge = new Challenge(ask, user + "@x.example", session, null);
    assertThat(ClientTickets.challenge(ClientTickets.text(challenge))).contains(challenge);
    assertThat(Ticket.find(ClientTickets.text(challenge))).isEmpty();
  }

  @Property
  void anythingElseIsNothing(@ForAll String text) {
    assertThat(Ticket.find(text)).isEmpty();
    assertThat(ClientTickets.challenge(text)).isEmpty();
  }
}
