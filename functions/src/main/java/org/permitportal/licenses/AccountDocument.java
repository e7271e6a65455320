package org.permitportal.licenses;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.permitportal.files.FileRecord;
import org.permitportal.files.FileRecord.State;
import org.permitportal.platform.Item;

/**
 * A file that belongs to an account, such as a business license.
 *
 * @param identity whether the file shows an identity document; only clerks can open such a file,
 *     and it is deleted some days after the identity was verified
 * @param deleteOn the day (in the city's time zone) on which the file's object is deleted, or null
 *     when no day is set
 */
public record AccountDocument(
    FileRecord file, boolean identity, @Nullable LocalDate deleteOn, @Nullable Instant deletedAt) {

  static final String SORT = "DOCUMENT#";

  /**
   * Returns whether staff may have seen the document. This is so when its file has passed the
   * check, even if the file is deleted by now.
   */
  boolean seen() {
    return file.state() == State.READY || file.state() == State.DELETED;
  }

  static AccountDocument from(Item item) {
    String deleteOn = item.optionalText("deleteOn");
    return new AccountDocument(
        FileRecord.from(item),
        item.flag("identity"),
        deleteOn == null ? null : LocalDate.parse(deleteOn),
        item.optionalInstant("deletedAt"));
  }
}
