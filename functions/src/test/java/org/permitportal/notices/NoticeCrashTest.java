package org.permitportal.notices;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.crash.CrashPoints;
import org.permitportal.crash.CrashPoints.Run;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.MailObstacle;

/**
 * Interrupts the functions for notices and bounces at each AWS call. Then the event comes again.
 */
class NoticeCrashTest {
  private static ApplicationContext beans;

  @BeforeAll
  static void start() {
    beans = TheBeans.of("DeliverNoticesFunction");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  /** Delivers a notice to all members of an account. */
  private record Delivering(AHeldNotice notice, List<AReader> readers) implements Run {
    static Delivering to(int members) {
      List<AReader> readers = AReader.ofOneAccount(beans, members);
      String account = readers.getFirst().member().accountId();
      return new Delivering(AHeldNotice.toAccount(beans, account), readers);
    }

    @Override
    public void act() {
      AHeldNotice.delivered(notice);
    }

    @Override
    public void again() {
      // This must also hold when the first run has recorded the bounce: the event about it may be
      // lost.
      assertThat(AHeldNotice.delivered(notice)).isEmpty();
      assertThat(notice.state()).isEqualTo("SENT");
      List<Integer> mails = readers.stream().map(AReader::mails).toList();
      assertThat(mails).as("nobody is left out").allMatch(n -> n >= 1);
      assertThat(mails.stream().mapToInt(n -> n).sum())
          .as("at most one mail comes twice")
          .isBetween(readers.size(), readers.size() + 1);
    }
  }

  /** Records that mail to an address has bounced. */
  private record Recording(AReader reader, ASesEvent event) implements Run {
    static Recording fresh() {
      AReader reader = AReader.of(beans);
      return new Recording(reader, ASesEvent.bounce(reader.email()));
    }

    @Override
    public void act() {
      event.arrivesOrFails();
    }

    @Override
    public void again() {
      event.arrives();
      assertThat(reader.mailObstacle()).isEqualTo(MailObstacle.BOUNCED);
    }
  }

  @Test
  void aMailMayComeTwiceButNeverNotAtAll() {
    settled();
    assertThat(CrashPoints.ofTrigger("DeliverNoticesFunction", () -> Delivering.to(1)))
        .containsExactly(
            "DynamoDb GetItem", "DynamoDb Query", "SesV2 SendEmail", "DynamoDb UpdateItem");
  }

  @Test
  void ofSeveralRecipientsAtMostOneIsToldTwice() {
    settled();
    assertThat(CrashPoints.ofTrigger("DeliverNoticesFunction", () -> Delivering.to(2))).hasSize(7);
  }

  @Test
  void anAddressIsMarkedInTheEnd() {
    assertThat(CrashPoints.ofTrigger("RecordBounceFunction", Recording::fresh)).hasSize(2);
  }

  /**
   * Waits until the stream has delivered all earlier notices, because the calls for them would be
   * counted too.
   */
  private static void settled() {
    AReader reader = AReader.of(beans);
    reader.toldByTheStream();
    assertThat(ThePortal.mailTo(reader.email())).isNotNull();
  }
}
