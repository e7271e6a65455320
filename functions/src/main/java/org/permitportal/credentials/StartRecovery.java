package org.permitportal.credentials;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.platform.Caller.Origin;
import org.permitportal.platform.CallerNetwork;
import org.permitportal.platform.City;
import org.permitportal.platform.City.Labelled;
import org.permitportal.platform.Problem;
import org.permitportal.platform.RateLimiter;
import org.permitportal.platform.Secret;
import org.permitportal.platform.SecretBox;
import org.permitportal.users.UserPool;

/**
 * Begins the recovery of a sign-in: asks the secret question of the user with a company name or an
 * e-mail address. For an unknown name or address, it makes the same calls and chooses one of the
 * city's questions.
 */
@Singleton
public class StartRecovery {
  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int STARTS = 30;
  private static final Duration STARTS_WINDOW = Duration.ofMinutes(15);

  private final CompanyDirectory directory;
  private final UserPool pool;
  private final RateLimiter rateLimiter;
  private final SecretBox box;
  private final Secret secret;
  private final City city;
  private final Clock clock;

  StartRecovery(
      CompanyDirectory directory,
      UserPool pool,
      RateLimiter rateLimiter,
      SecretBox box,
      Secret secret,
      City city,
      Clock clock) {
    this.directory = directory;
    this.pool = pool;
    this.rateLimiter = rateLimiter;
    this.box = box;
    this.secret = secret;
    this.city = city;
    this.clock = clock;
  }

  /**
   * A recovery that has begun.
   *
   * @param recovery the ticket that the client must send with the answer in the next step
   */
  public record Begun(String recovery, Labelled question, Instant expiresAt) {
    @Override
    public String toString() {
      return "Begun[***]";
    }
  }

  /**
   * Begins a recovery for a company chosen from the list.
   *
   * @throws Problem 429 when one network begins too many recoveries
   */
  public Begun startByHandle(String handle, Origin origin) {
    count(origin);
    return started(directory.principalOfHandle(handle).orElseGet(() -> directory.nobody(handle)));
  }

  /**
   * Begins a recovery for a typed company name or e-mail address.
   *
   * @throws Problem 429 when one network begins too many recoveries
   */
  public Begun startByName(String typed, Origin origin) {
    count(origin);
    return started(directory.principalOf(typed).orElseGet(() -> directory.nobody(typed)));
  }

  private void count(Origin origin) {
    rateLimiter.count("recovery#" + CallerNetwork.of(origin.address()), STARTS, STARTS_WINDOW);
  }

  private Begun started(String userId) {
    Optional<Labelled> own = pool.question(userId).flatMap(question -> labelled(question.key()));
    Labelled invented = invented(userId);
    Instant now = clock.instant();
    RecoveryTicket.Asked ticket = new RecoveryTicket.Asked(userId, now, now.plus(LIFE));
    return new Begun(ticket.sealed(box), own.orElse(invented), ticket.ends());
  }

  private Optional<Labelled> labelled(String key) {
    return city.security().secretQuestions().stream().filter(q -> q.key().equals(key)).findFirst();
  }

  /**
   * Returns the question to ask for an unknown name. The same name always gets the same question.
   * Nobody can predict the question without the portal's key.
   */
  private Labelled invented(String userId) {
    String hash = secret.hmac("recovery question", userId);
    int number = Integer.parseInt(hash.substring(0, 7), 16);
    return city.security().secretQuestions().get(number % city.security().secretQuestions().size());
  }
}
