package org.permitportal.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;

/** Tests codes in an emulated table. */
class CodesTest {
  private static final Email ANA = new Email("ana@rivera.example");
  private static ApplicationContext beans;
  private static Codes codes;
  private static Table table;

  private final String subject = "USER#" + beans.getBean(Ids.class).ulid();

  @BeforeAll
  static void start() {
    beans = TheBeans.of("SendCodeFunction");
    codes = beans.getBean(Codes.class);
    table = beans.getBean(Tables.class).named("accounts");
  }

  @AfterAll
  static void stop() {
    beans.close();
  }

  @Test
  void itIsKeptOnlyAsAHash() {
    Codes.Issued issued = codes.issue(use("recover", ANA));
    Item stored = table.get(subject, "CODE#recover").orElseThrow();
    assertThat(issued.digits()).matches("\\d{6}");
    assertThat(stored.text("hmac")).hasSize(64).doesNotContain(issued.digits());
    assertThat(issued.toString()).doesNotContain(issued.digits());
    assertThat(issued.expiresAt()).isAfter(issued.resendAt());
  }

  @Test
  void itIsGoodForItsSubjectPurposeAndAddressOnly() {
    String digits = codes.issue(use("recover", ANA)).digits();
    refused(use("confirm", ANA), digits, UserProblem.CODE_EXPIRED);
    refused(use("recover", new Email("eve@example.com")), digits, UserProblem.CODE_WRONG);
    codes.check(use("recover", ANA), "code", digits);
  }

  @Test
  void anotherCannotFollowAtOnce() {
    codes.issue(use("recover", ANA));
    assertThatThrownBy(() -> codes.issue(use("recover", ANA)))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(RequestProblem.TOO_MANY_TRIES));
    codes.issue(use("confirm", ANA));
    ThePortal.clock().pass(Codes.RESEND);
    codes.issue(use("recover", ANA));
  }

  @Test
  void onceEndedItIsGoodForNothing() {
    String digits = codes.issue(use("recover", ANA)).digits();
    assertThat(Table.run(codes.end(use("recover", ANA)))).isTrue();
    refused(use("recover", ANA), digits, UserProblem.CODE_EXPIRED);
  }

  @Test
  void itEndsByItself() {
    String digits = codes.issue(use("recover", ANA)).digits();
    ThePortal.clock().pass(Duration.ofMinutes(codes.minutes()));
    refused(use("recover", ANA), digits, UserProblem.CODE_EXPIRED);
  }

  @Test
  void theRightCodeComesTooLateAfterFiveWrongOnes() {
    String digits = codes.issue(use("recover", ANA)).digits();
    String wrong = digits.equals("000000") ? "000001" : "000000";
    for (int i = 0; i < 5; i++) {
      refused(use("recover", ANA), wrong, UserProblem.CODE_WRONG);
    }
    refused(use("recover", ANA), digits, UserProblem.CODE_USED_UP);
  }

  private Codes.Use use(String purpose, Email email) {
    return new Codes.Use(table, subject, purpose, email);
  }

  private static void refused(Codes.Use use, String digits, ProblemCode code) {
    assertThatThrownBy(() -> codes.check(use, "code", digits))
        .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
  }
}
