package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.permitportal.files.FileLimits;
import org.permitportal.files.FileType;
import org.permitportal.files.Inspection;
import org.permitportal.files.ObjectKey;
import org.permitportal.files.RefusalReason;
import org.permitportal.files.UploadOwner;
import org.permitportal.platform.CapacityCounter;
import org.permitportal.platform.City;

/**
 * Records the result of checking an uploaded attachment. The uploader sees it in the registration;
 * nothing is mailed, because the address is not proved yet.
 */
@Singleton
class ArrivedAttachments implements UploadOwner {
  private final AttachmentStore attachments;
  private final CapacityCounter capacityCounter;
  private final City city;
  private final Clock clock;

  ArrivedAttachments(
      AttachmentStore attachments, CapacityCounter capacityCounter, City city, Clock clock) {
    this.attachments = attachments;
    this.capacityCounter = capacityCounter;
    this.city = city;
    this.clock = clock;
  }

  @Override
  public String prefix() {
    return AttachmentStore.PREFIX;
  }

  @Override
  public Claim claim(ObjectKey key) {
    return attachments
        .checking(key)
        .filter(item -> DraftFile.from(item).pending(clock.instant()))
        .<Claim>map(
            item ->
                new Awaited(
                    Objects.requireNonNull(FileType.ofMediaType(item.text("type"))),
                    item.number("bytes"),
                    FileLimits.of(city.files().wizard()),
                    (int) item.number("checks")))
        .orElseGet(
            () ->
                attachments
                    .find(key)
                    .filter(file -> file.state() == DraftFile.State.READY)
                    .<Claim>map(_ -> new Kept())
                    .orElseGet(Unwanted::new));
  }

  @Override
  public void ready(ObjectKey key, Inspection.Healthy found) {
    attachments.ready(key);
  }

  @Override
  public void refused(ObjectKey key, RefusalReason reason, Map<String, String> values) {
    if (attachments.refused(key, reason.name())) {
      capacityCounter.release(attachments.counter(key.ownerId()));
    }
  }
}
