package org.permitportal.notices;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.permitportal.platform.MailObstacle;
import org.permitportal.platform.MailObstacles;

/**
 * Records the bounces and complaints that SES reports. Each mail has one recipient, and this class
 * marks the recipient's address. The mailbox that bounced the mail may be another one, to which
 * that address forwards its mail.
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
   * Records a bounced mail. Only a permanent bounce marks the address. A full mailbox, for example,
   * may be emptied.
   *
   * @param type SES's {@code bounceType}
   * @return how many addresses this call marked
   */
  public int bounced(List<String> addresses, String type, Instant at) {
    return type.equals(PERMANENT) ? marked(addresses, MailObstacle.BOUNCED, at) : 0;
  }

  /**
   * Records a complaint. It marks the address unless the type is {@code not-spam}.
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
