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
 * A kind of owner of files, such as registrations or permits. It defines where the files are stored
 * and which of the city's rules limits them. It also defines the owner's own writes when a file is
 * announced, passes or fails its check, or is removed. These writes are in the same transaction as
 * the file's.
 */
public interface FileOwner {
  FileStore files();

  /** Returns the name of the city's file rule for files of this kind. */
  String rule(String kind);

  /** Returns the problem for an owner that can't have more files. */
  default Problem full(FileRecord wanted) {
    return Problem.of(FileProblem.TOO_MANY_FILES);
  }

  /** Returns the problem code for an Idempotency-Key that was used for another file. */
  default ProblemCode keyReused() {
    return RequestProblem.KEY_REUSED;
  }

  /** Adds the attributes that only this kind of owner stores to a new file's item. */
  default Item item(FileRecord file, Item item) {
    return item;
  }

  /**
   * Returns the owner's writes for an announced file. If one of them fails, the announcement fails
   * with the problem {@link #full}.
   */
  default List<Write> announced(FileRecord file) {
    return List.of();
  }

  /**
   * Runs the writes of a check's result in one transaction. An owner with a history adds an entry
   * about the file to the same transaction.
   *
   * @return the writes whose conditions failed; if there are any, nothing was written
   */
  default List<Write> record(FileRecord file, Inspection found, List<Write> writes) {
    return new Transaction().with(writes).run();
  }

  /**
   * Returns the owner's writes for a file that passed its check. It is called again when one of
   * these writes failed.
   */
  default List<Write> ready(FileRecord file) {
    return List.of();
  }

  /** Returns the owner's writes for a file that failed its check, such as a notice. */
  default List<Write> refused(FileRecord file, Inspection.Refused why) {
    return List.of();
  }

  /**
   * Returns the time for which people see a refused file. Null means: as long as its owner exists.
   */
  default @Nullable Duration refusedShown() {
    return null;
  }

  /** Adds the owner's changes to the write that begins a file's removal. */
  default Write removing(FileRecord file, Write removal) {
    return removal;
  }
}
