package org.permitportal.registrations;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.permitportal.files.FileOwner;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileStore;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Write;

/**
 * The files of registrations, {@code DRAFT#id / FILE#id}. Writing a file does not change the
 * registration's version. Instead, the registration's {@code fileChanges} counts announced and
 * removed files, so that a confirmation notices each change. No mail is sent about a refused file,
 * because the e-mail address is not proved yet.
 */
@Singleton
class DraftFiles implements FileOwner {
  /**
   * The most changes to the files of a registration, far more than anybody needs. The limit stops a
   * client from filling the bucket by requesting and removing files.
   */
  private static final int MOST_CHANGES = 300;

  private final RegistrationStore registrations;
  private final FileStore files;
  private final Clock clock;

  DraftFiles(RegistrationStore registrations, Clock clock) {
    this.registrations = registrations;
    this.files = new FileStore(registrations.table(), "draft", RegistrationStore.FILES);
    this.clock = clock;
  }

  @Override
  public FileStore files() {
    return files;
  }

  @Override
  public String rule(String kind) {
    return "wizard";
  }

  @Override
  public Problem full(FileRecord wanted) {
    registrations.find(wanted.ownerId()).orElseThrow(Problem::notFound).editable(clock);
    return FileOwner.super.full(wanted);
  }

  @Override
  public List<Write> announced(FileRecord file) {
    return List.of(
        registrations
            .fileChanged(file.ownerId())
            .when(
                "attribute_not_exists(#fileChanges) OR #fileChanges < :most",
                "most",
                MOST_CHANGES));
  }
}
