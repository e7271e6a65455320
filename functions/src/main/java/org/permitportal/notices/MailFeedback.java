package org.permitportal.notices;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.MailObstacles;

/**
 * What SES tells of mails that it sent. Addresses are those that the mail was sent to, one for each
 * mail: the address that bounced may be another one that the first forwards to.
 */
@Singleton
public class MailFeedback {
  private static final String PERMANENT = "Permanent";
  private static final String NOT_SPAM = "not-spam";
  private final MailObstacles marks;

  MailFeedback(MailObstacles marks) {
    this.marks = marks;
  }

  /**
   * A mail came back. Only what is so for good counts: a full mailbox may be emptied.
   *
   * @param type SES's {@code bounceType}
   * @return how many addresses are marked by this
   */
  public int bounced(List<String> addresses, String type, Instant at) {
    return type.equals(PERMANENT) ? marked(addresses, MailObstacle.BOUNCED, at) : 0;
  }

  /**
   * A mail was reported.
   *
   * @param type SES's {@code complaintFeedbackType}, empty where the reporter tells none
   * @return how many addresses are marked by this
   */
  public int complained(List<String> addresses, String type, Instant at) {
    return type.equals(NOT_SPAM) ? 0 : marked(addresses, MailObstacle.COMPLAINED, at);
  }

  private int marked(List<String> addresses, MailObstacle obstacle, Instant at) {
    return (int) addresses.stream().filter(address -> marks.mark(address, obstacle, at)).count();
  }
}
