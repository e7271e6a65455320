package org.permitportal.files;

import java.util.Map;

/**
 * A context that asks for uploads, such as registrations or permits. It is found by the key's
 * prefix. It records a result only while the file is awaited, so a result that is delivered twice
 * or late changes nothing.
 */
public interface UploadOwner {
  /** The first part of the owner's keys, e.g. {@code draft}. */
  String prefix();

  /**
   * Decides what to do with an object that arrived. For an awaited object this counts the check;
   * see {@link Awaited#checks}.
   */
  Claim claim(ObjectKey key);

  /** Records that an awaited file is good. Changes nothing when the file is no longer awaited. */
  void ready(ObjectKey key, Inspection.Healthy found);

  /**
   * Records that an awaited file is refused, and tells people if the owner sends such messages.
   * Changes nothing when the file is no longer awaited.
   *
   * @param values numbers and type names for the message, see {@link RefusalReason}
   */
  void refused(ObjectKey key, RefusalReason reason, Map<String, String> values);

  /** An owner's decision about an object. */
  sealed interface Claim {}

  /**
   * The object must be checked.
   *
   * @param checks how many checks of the object have begun, including this one
   */
  record Awaited(FileType type, long bytes, FileLimits limits, int checks) implements Claim {}

  /** The object was found good before. */
  record Kept() implements Claim {}

  /** Nobody asked for the object, or it was refused or removed. It must be deleted. */
  record Unwanted() implements Claim {}
}
