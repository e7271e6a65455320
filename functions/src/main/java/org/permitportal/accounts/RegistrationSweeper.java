package org.permitportal.accounts;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.users.UserPool;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Removes what expired registrations leave: user, name, files. The registration leaves the index of
 * expiries last, so that a run that broke off is made good by the next; the same way it finishes
 * confirmations that broke off after their transaction.
 */
@Singleton
public class RegistrationSweeper {
  /** Looks back as far as a registration's items are kept. */
  private static final int DAYS_BACK = 31;

  /** Uploads asked for in a registration's last minutes may still arrive so long after its end. */
  private static final Duration GRACE = Duration.ofHours(1);

  private final RegistrationStore registrations;
  private final CompanyNames names;
  private final UserPool pool;
  private final S3Client s3;
  private final Clock clock;
  private final String bucket;

  public RegistrationSweeper(
      RegistrationStore registrations,
      CompanyNames names,
      UserPool pool,
      S3Client s3,
      Clock clock,
      @Value("${documents.bucket}") String bucket) {
    this.registrations = registrations;
    this.names = names;
    this.pool = pool;
    this.s3 = s3;
    this.clock = clock;
    this.bucket = bucket;
  }

  /**
   * What a run did.
   *
   * @param swept registrations that were ended and cleaned up
   * @param finished confirmations that were made good
   */
  public record Swept(int swept, int finished) {}

  /** One run over the days on which something can still have expired. */
  public Swept run() {
    Instant until = clock.instant().minus(GRACE);
    LocalDate today = LocalDate.ofInstant(until, ZoneOffset.UTC);
    int swept = 0;
    int finished = 0;
    for (LocalDate day = today.minusDays(DAYS_BACK); !day.isAfter(today); day = day.plusDays(1)) {
      for (String draftId : registrations.expired(day, until)) {
        switch (one(draftId, until)) {
          case SWEPT -> swept++;
          case CONFIRMED -> finished++;
          case OPEN -> {}
        }
      }
    }
    return new Swept(swept, finished);
  }

  /** The index may lag behind: what counts is the registration itself. */
  private RegistrationState one(String draftId, Instant until) {
    Registration registration;
    try {
      registration = registrations.load(draftId);
    } catch (Problem _) {
      return RegistrationState.OPEN;
    }
    if (registration.settled()) {
      return RegistrationState.OPEN;
    }
    switch (registration.state()) {
      case OPEN -> {
        if (!registration.expired(until) || !registrations.swept(registration)) {
          return RegistrationState.OPEN;
        }
        clean(registration);
      }
      case SWEPT -> clean(registration);
      case CONFIRMED -> pool.enable(registration.userId());
    }
    registrations.settled(draftId);
    return registration.state() == RegistrationState.CONFIRMED
        ? RegistrationState.CONFIRMED
        : RegistrationState.SWEPT;
  }

  private void clean(Registration registration) {
    pool.delete(registration.userId());
    Company company = registration.company();
    if (company != null) {
      Table.run(names.release(company.nameKey(), registration.id()));
    }
    for (DraftFile file : registration.files()) {
      s3.deleteObject(d -> d.bucket(bucket).key(file.key()));
      registrations.removeFile(registration.id(), file);
    }
  }
}
