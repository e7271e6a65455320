package org.permitportal.licenses;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.permitportal.files.FileLifecycle;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.files.StoredFiles;
import org.permitportal.platform.IndependentTasks;
import org.permitportal.platform.Table;

/**
 * Deletes images of identity documents some days after staff verified the identity. The city's file
 * sets the number of days. This class also finishes interrupted removals of documents. It deletes
 * an object first and updates its item afterwards. If a run is interrupted in between, the next run
 * finds the item again.
 */
@Singleton
public class IdImageRetention {
  private final DocumentStore documents;
  private final AccountFiles accountFiles;
  private final FileLifecycle lifecycle;
  private final StoredFiles stored;
  private final DueItems dueItems;
  private final Clock clock;

  IdImageRetention(
      DocumentStore documents,
      AccountFiles accountFiles,
      FileLifecycle lifecycle,
      StoredFiles stored,
      DueItems dueItems,
      Clock clock) {
    this.documents = documents;
    this.accountFiles = accountFiles;
    this.lifecycle = lifecycle;
    this.stored = stored;
    this.dueItems = dueItems;
    this.clock = clock;
  }

  /**
   * Deletes the images that are due and finishes interrupted removals. Returns the number of both.
   */
  public int run() {
    return IndependentTasks.of(dueItems.due(DocumentStore.AGENDA), this::delete);
  }

  private boolean delete(DueItems.Due due) {
    AccountDocument document = documents.find(due.accountId(), due.id()).orElse(null);
    if (document == null) {
      return false;
    }
    FileRecord file = document.file();
    if (file.state() == State.REMOVED) {
      lifecycle.finishRemoval(accountFiles, file);
      return true;
    }
    LocalDate day = document.deleteOn();
    if (file.state() != State.READY || day == null || day.isAfter(dueItems.today())) {
      return false;
    }
    stored.delete(file.key());
    return Table.run(documents.deleted(file, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
  }
}
