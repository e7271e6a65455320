package org.permitportal.notices;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.MailObstacles;

/**
 * Records what SES reports about mails that it sent. The addresses are those that the mail was sent
 * to, one for each mail. The address that bounced may be another one, to which the first one
 * forwards.
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
   * Records a bounced mail. Only a permanent bounce counts: a full mailbox may be emptied.
   *
   * @param type SES's {@code bounceType}
   * @return how many addresses this call marked
   */
  public int bounced(List<String> addresses, String type, Instant at) {
    return type.equals(PERMANENT) ? marked(addresses, MailObstacle.BOUNCED, at) : 0;
  }

  /**
   * Records a mail that was reported as spam.
   *
   * @param type SES's {@code complaintFeedbackType}, empty when the report has none
   * @return how many addresses this call marked
   */
  public int complained(List<String> addresses, String type, Instant at) {
    return type.equals(NOT_SPAM) ? 0 : marked(addresses, MailObstacle.COMPLAINED, at);
  }

  private int marked(List<String> addresses, MailObstacle obstacle, Instant at) {
    return (int) addresses.stream().filter(address -> marks.mark(address, obstacle, at)).count();
  }
}
