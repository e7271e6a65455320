package org.permitportal.files;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.platform.Item;
import org.permitportal.platform.Problem;
import org.permitportal.platform.ProblemCode;
import org.permitportal.platform.RequestProblem;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Something that has files, such as registrations or permits. It says where they are stored, how
 * many it may have, and what else is written when one is announced, arrives, is refused or is
 * removed: always in the same transaction.
 */
public interface FileOwner {
  FileStore files();

  /** Returns the name of the city's file rule for files of this kind. */
  String rule(String kind);

  /** Returns the problem that the owner takes no more files. */
  default Problem full(FileRecord wanted) {
    return Problem.of(FileProblem.TOO_MANY_FILES);
  }

  /** Returns the code of the problem that an Idempotency-Key was used for another file. */
  default ProblemCode keyReused() {
    return RequestProblem.KEY_REUSED;
  }

  /** Adds to a new file's item what only this owner stores. */
  default Item item(FileRecord file, Item item) {
    return item;
  }

  /**
   * Returns what is written with an announced file. When one of these writes fails, the owner is
   * {@link #full}.
   */
  default List<Write> announced(FileRecord file) {
    return List.of();
  }

  /**
   * Runs the writes of a check's result in one transaction. An owner with a history adds what
   * happened to the same transaction.
   *
   * @return those of the writes whose conditions failed; then nothing was written
   */
  default List<Write> record(FileRecord file, Inspection found, List<Write> writes) {
    return new Transaction().with(writes).run();
  }

  /**
   * Returns what is written with a file that passed its check. It is asked again when one of these
   * writes failed.
   */
  default List<Write> ready(FileRecord file) {
    return List.of();
  }

  /** Returns what is written with a file that failed its check, such as a notice. */
  default List<Write> refused(FileRecord file, Inspection.Refused why) {
    return List.of();
  }

  /** Returns for how long people see that a file was refused; null for as long as the owner. */
  default @Nullable Duration refusedShown() {
    return null;
  }

  /** Adds to the write that begins a removal. */
  default Write removing(FileRecord file, Write removal) {
    return removal;
  }
}
