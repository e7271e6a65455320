package org.permitportal.notices;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.permitportal.notices.NoticeStore.Obstacle;
import org.permitportal.notices.NoticeStore.Outgoing;
import org.permitportal.notices.NoticeStore.State;
import org.permitportal.platform.Addresses;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mailer;
import org.permitportal.platform.Outage;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Recipient;
import org.permitportal.platform.UnwritableMail;

/**
 * Mails the notices of the outbox, each at least once. If a run stops after SES has accepted a mail
 * and before the notice is marked as sent, the mail is sent again.
 */
@Singleton
public class NoticeDelivery {
  /** How long a notice is tried again when a fault of the portal makes it fail. */
  private static final Duration TRIED = Duration.ofHours(1);

  private final NoticeStore notices;
  private final Addresses addresses;
  private final Mailer mailer;
  private final City city;
  private final Clock clock;

  NoticeDelivery(NoticeStore notices, Addresses addresses, Mailer mailer, City city, Clock clock) {
    this.notices = notices;
    this.addresses = addresses;
    this.mailer = mailer;
    this.city = city;
    this.clock = clock;
  }

  /** The outcome of a delivery. */
  public enum Outcome {
    SENT,
    UNDELIVERABLE,
    /** The notice was sent or given up earlier, or no longer exists. */
    DONE_BEFORE
  }

  /**
   * Mails one notice to all its recipients, each in their own language.
   *
   * @param key the notice's partition key
   * @throws RuntimeException when the delivery failed; {@link #givenUp} decides whether to try
   *     again
   */
  public Outcome deliver(String key) {
    Outgoing notice = notices.find(key).orElse(null);
    if (notice == null || notice.state() != State.PENDING) {
      return Outcome.DONE_BEFORE;
    }
    try {
      List<Recipient> recipients = recipients(notice);
      return recipients.isEmpty()
          ? undeliverable(key, Obstacle.NO_RECIPIENT)
          : send(notice, recipients);
    } catch (UnwritableMail _) {
      // Another try would fail, too, and would hold up all other notices.
      return undeliverable(key, Obstacle.TEMPLATE);
    }
  }

  /**
   * Gives up a failed notice, unless AWS caused the failure or the notice is younger than an hour.
   * Within this hour, a deployment may fix a fault of the portal. A stream stops at its first
   * failure, so a notice that always fails would hold up all others.
   *
   * @param since when the notice was written to the outbox
   * @param fault the exception that {@link #deliver} threw
   * @return false when the notice has to be tried again
   */
  public boolean givenUp(String key, Instant since, RuntimeException fault) {
    if (fault instanceof Problem
        || Outage.fromAws(fault)
        || since.plus(TRIED).isAfter(clock.instant())) {
      return false;
    }
    notices.undeliverable(key, Obstacle.FAULT);
    return true;
  }

  private List<Recipient> recipients(Outgoing notice) {
    return switch (notice.mail().audience()) {
      case ACCOUNT -> addresses.ofAccount(notice.recipientId());
      case USER -> addresses.ofUser(notice.recipientId());
      case CITY -> List.of(new Recipient(city.contact().email(), city.languages().getFirst()));
      case FORMER_USER -> addresses.ofFormerUser(notice.recipientId());
      case ADDRESS -> List.of();
    };
  }

  private Outcome send(Outgoing notice, List<Recipient> recipients) {
    List<String> sentTo = new ArrayList<>(notice.sentTo());
    for (Recipient recipient : recipients) {
      String hash = Ids.hash(notice.key() + recipient.email());
      if (!sentTo.contains(hash) && mailer.deliver(recipient, notice.mail(), notice.values())) {
        sentTo.add(hash);
        if (recipients.size() > 1) {
          notices.sentTo(notice.key(), sentTo);
        }
      }
    }
    if (sentTo.isEmpty()) {
      return undeliverable(notice.key(), Obstacle.REJECTED);
    }
    notices.sent(notice.key(), clock.instant());
    return Outcome.SENT;
  }

  private Outcome undeliverable(String key, Obstacle obstacle) {
    notices.undeliverable(key, obstacle);
    return Outcome.UNDELIVERABLE;
  }
}
