package org.permitportal.permits;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.permitportal.files.FileLimits;
import org.permitportal.files.Inspection;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.files.UploadOwner;
import org.permitportal.permits.PermitEvent.Audience;
import org.permitportal.permits.PermitEvent.Kind;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Mail;
import org.permitportal.platform.Notice;
import org.permitportal.platform.Outbox;
import org.permitportal.platform.PermitSettings;
import org.permitportal.platform.Transaction;

/** Keeps or refuses a permit's document once its file has arrived and was checked. */
@Singleton
class ArrivedDocuments implements UploadOwner {
  private final DocumentStore documents;
  private final Outbox outbox;
  private final City city;
  private final Ids ids;
  private final Clock clock;

  ArrivedDocuments(DocumentStore documents, Outbox outbox, City city, Ids ids, Clock clock) {
    this.documents = documents;
    this.outbox = outbox;
    this.city = city;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String prefix() {
    return "permit";
  }

  @Override
  public Claim claim(ObjectKey key) {
    Document document = documents.find(key).orElse(null);
    if (document != null && document.state() == Document.State.READY) {
      return new Kept();
    }
    Instant now = clock.instant();
    if (document == null || !document.awaited(now)) {
      return new Unwanted();
    }
    PermitSettings.DocumentKind kind = city.permits().documentKind(document.kind()).orElseThrow();
    Optional<Integer> checks = documents.countCheck(key, now);
    return checks.isEmpty()
        ? claim(key)
        : new Awaited(
            document.type(),
            document.bytes(),
            FileLimits.of(city.files().named(kind.files())),
            checks.get());
  }

  @Override
  public void ready(ObjectKey key, Inspection.Healthy found) {
    documents
        .find(key)
        .ifPresent(
            document ->
                new Transaction()
                    .with(documents.ready(key, clock.instant()))
                    .with(documents.event(key, event(Kind.DOCUMENT_ADDED, document, Map.of())))
                    .run());
  }

  @Override
  public void refused(ObjectKey key, RefusalReason reason, Map<String, String> values) {
    Document document = documents.find(key).orElse(null);
    if (document == null) {
      return;
    }
    Map<String, String> told = new HashMap<>(values);
    told.put("permit", documents.permitNumber(key));
    told.put("file", document.name().label());
    told.put("reasonKey", reason.messageKey());
    String rule = city.permits().documentKind(document.kind()).orElseThrow().files();
    new Transaction()
        .with(documents.refused(key, reason, clock.instant()))
        .with(documents.give(key.ownerId(), rule))
        .with(
            documents.event(
                key, event(Kind.DOCUMENT_REFUSED, document, Map.of("reason", reason.name()))))
        .with(outbox.write(new Notice(Mail.DOCUMENT_REFUSED, document.userId(), told)))
        .run();
  }

  private PermitEvent event(Kind kind, Document document, Map<String, String> more) {
    Map<String, String> values = new HashMap<>(document.named());
    values.putAll(more);
    return new PermitEvent(ids.ulid(), clock.instant(), kind, Audience.PARTIES, values);
  }
}
