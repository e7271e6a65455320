package org.permitportal.http;

/**
 * Reads the version in an {@code If-Match} header. {@link Reply#version} wrote this version into an
 * ETag. Weak tags are accepted too, although RFC 9110 requires a strong comparison. The reason is
 * that CloudFront makes the tags of compressed responses weak. The version in a weak tag is still
 * the exact version of the object.
 */
public final class EntityTag {
  /** The pattern of an {@code If-Match} header's value. */
  public static final String PATTERN = "(W/)?\"\\d{1,18}\"";

  private EntityTag() {}

  /** Returns the version in a tag. The tag must match {@link #PATTERN}. */
  public static long version(String tag) {
    return Long.parseLong(tag.substring(tag.indexOf('"') + 1, tag.length() - 1));
  }
}
