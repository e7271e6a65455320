package org.permitportal.files;

import java.util.Map;

/**
 * Whoever asked for an upload: registrations' drafts, permits. Found by the key's prefix. What it
 * records it records once: only while the file is awaited, whatever is delivered twice or late.
 */
public interface UploadOwner {
  /** The first part of its keys, e.g. {@code draft}. */
  String prefix();

  /**
   * What is to be done with an object that arrived. For an awaited one this counts the check, as
   * {@link Awaited#checks} says.
   */
  Claim claim(ObjectKey key);

  /** Records that an awaited file is good; later it changes nothing. */
  void ready(ObjectKey key, Inspection.Healthy found);

  /**
   * Records that an awaited file is refused and, where people are told of it, tells them; later it
   * changes nothing.
   *
   * @param values numbers and type names for the message, see {@link RefusalReason}
   */
  void refused(ObjectKey key, RefusalReason reason, Map<String, String> values);

  /** What an owner says of an object. */
  sealed interface Claim {}

  /**
   * It is to be checked.
   *
   * @param checks how many checks of it began, with this one
   */
  record Awaited(FileType type, long bytes, FileLimits limits, int checks) implements Claim {}

  /** It was found good before. */
  record Kept() implements Claim {}

  /** Nobody asked for it, or it was refused or removed: the object goes. */
  record Unwanted() implements Claim {}
}
