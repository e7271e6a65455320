package org.permitportal.http;

/**
 * The version that {@code If-Match} names, as {@link Reply#version} wrote it into an ETag. A weak
 * one counts as well, though RFC 9110 compares strongly: CloudFront weakens the tag of what it
 * compresses, and the version tells one state from another all the same.
 */
public final class EntityTag {
  /** What a request's component with {@code @Header("If-Match")} has to look like. */
  public static final String PATTERN = "(W/)?\"\\d{1,18}\"";

  private EntityTag() {}

  /** The version in a tag that matches {@link #PATTERN}. */
  public static long version(String tag) {
    return Long.parseLong(tag.substring(tag.indexOf('"') + 1, tag.length() - 1));
  }
}
