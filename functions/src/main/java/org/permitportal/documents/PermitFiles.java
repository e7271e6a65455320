package org.permitportal.documents;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.permitportal.files.FileOwner;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.files.FileStore;
import org.permitportal.files.Inspection;
import org.permitportal.permits.Activity;
import org.permitportal.permits.Activity.Audience;
import org.permitportal.permits.Activity.Kind;
import org.permitportal.permits.Actor;
import org.permitportal.permits.Chronology;
import org.permitportal.permits.PermitStore;
import org.permitportal.platform.Caller.Applicant;
import org.permitportal.platform.City;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.Write;

/**
 * The files of permits. The permit's timeline shows when a file was added, refused or removed. The
 * uploader of a refused file gets a mail.
 */
@Singleton
class PermitFiles implements FileOwner {
  private final PermitStore permits;
  private final FileStore files;
  private final Chronology chronology;
  private final Outbox outbox;
  private final City city;

  PermitFiles(PermitStore permits, Chronology chronology, Outbox outbox, City city) {
    this.permits = permits;
    this.files = permits.files();
    this.chronology = chronology;
    this.outbox = outbox;
    this.city = city;
  }

  @Override
  public FileStore files() {
    return files;
  }

  @Override
  public String rule(String kind) {
    return city.permits().documentKind(kind).orElseThrow().files();
  }

  @Override
  public Problem full(FileRecord wanted) {
    return Problem.of(DocumentProblem.TOO_MANY_DOCUMENTS);
  }

  @Override
  public ProblemCode keyReused() {
    return DocumentProblem.ALREADY_UPLOADED;
  }

  @Override
  public List<Write> record(FileRecord file, Inspection found, List<Write> writes) {
    Activity checked =
        switch (found) {
          case Inspection.Healthy _ ->
              activity(Kind.DOCUMENT_ADDED, by(file), file, State.READY, Map.of());
          case Inspection.Refused why ->
              activity(
                  Kind.DOCUMENT_REFUSED,
                  Actor.PORTAL,
                  file,
                  State.REFUSED,
                  Map.of("reason", why.reason().name()));
        };
    return chronology.append(file.ownerId(), checked, writes);
  }

  @Override
  public List<Write> refused(FileRecord file, Inspection.Refused why) {
    Uploader by = Objects.requireNonNull(file.uploader());
    Map<String, String> told = new HashMap<>(why.values());
    told.put("permit", permits.number(file.ownerId()));
    told.put("file", file.name().label());
    told.put("reasonKey", why.reason().messageKey());
    return List.of(outbox.write(new Notice(Mail.DOCUMENT_REFUSED, by.userId(), told)));
  }

  /** Returns 30 days: for so long, people can read why a file was refused. */
  @Override
  public Duration refusedShown() {
    return Duration.ofDays(30);
  }

  /**
   * Runs the writes of a removal and records the removal in the same transaction. Returns the
   * writes whose conditions failed.
   */
  List<Write> removed(FileRecord file, Applicant applicant, List<Write> writes) {
    return chronology.append(
        file.ownerId(),
        activity(Kind.DOCUMENT_REMOVED, Actor.of(applicant), file, State.REMOVED, Map.of()),
        writes);
  }

  private static Actor by(FileRecord file) {
    Uploader by = Objects.requireNonNull(file.uploader());
    return Actor.of(by.userId(), by.accountId());
  }

  private static Activity activity(
      Kind kind, Actor actor, FileRecord file, State state, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("document", file.id());
    values.put("name", file.name().label());
    values.put("kind", file.kind());
    return Activity.changing(kind, Audience.PARTIES, actor, "state", file.state(), state, values);
  }
}
