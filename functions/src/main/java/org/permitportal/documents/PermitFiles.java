package org.permitportal.documents;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.permitportal.files.FileOwner;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.Uploader;
import org.permitportal.files.FileStore;
import org.permitportal.files.Inspection;
import org.permitportal.permits.PermitEvent;
import org.permitportal.permits.PermitEvent.Audience;
import org.permitportal.permits.PermitEvent.Kind;
import org.permitportal.permits.PermitStore;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.Write;

/**
 * The files of permits. The permit's timeline shows what becomes of each, and the uploader is told
 * by mail that a file was refused.
 */
@Singleton
class PermitFiles implements FileOwner {
  private final PermitStore permits;
  private final FileStore files;
  private final Outbox outbox;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  PermitFiles(PermitStore permits, Outbox outbox, City city, Ids ids, Clock clock) {
    this.permits = permits;
    this.files = permits.files();
    this.outbox = outbox;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
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
  public List<Write> ready(FileRecord file) {
    return List.of(event(Kind.DOCUMENT_ADDED, file, Map.of()));
  }

  @Override
  public List<Write> refused(FileRecord file, Inspection.Refused why) {
    Uploader by = Objects.requireNonNull(file.uploader());
    Map<String, String> told = new HashMap<>(why.values());
    told.put("permit", permits.number(file.ownerId()));
    told.put("file", file.name().label());
    told.put("reasonKey", why.reason().messageKey());
    return List.of(
        event(Kind.DOCUMENT_REFUSED, file, Map.of("reason", why.reason().name())),
        outbox.write(new Notice(Mail.DOCUMENT_REFUSED, by.userId(), told)));
  }

  /** People can read for a month why a file was refused. */
  @Override
  public Duration refusedShown() {
    return Duration.ofDays(30);
  }

  /** Returns the write of the event that a document was removed. */
  Write removed(FileRecord file) {
    return event(Kind.DOCUMENT_REMOVED, file, Map.of());
  }

  private Write event(Kind kind, FileRecord file, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(more);
    values.put("document", file.id());
    values.put("name", file.name().label());
    values.put("kind", file.kind());
    return permits.event(
        file.ownerId(),
        new PermitEvent(ids.ulid(), clock.instant(), kind, Audience.PARTIES, values));
  }
}
