package org.permitportal.http;

/**
 * The version in an {@code If-Match} header, as {@link Reply#version} wrote it into an ETag. A weak
 * tag is accepted too, though RFC 9110 asks for a strong comparison: CloudFront weakens the tags of
 * responses that it compresses, and the version still tells one state from another.
 */
public final class EntityTag {
  /** The pattern for a request's component with {@code @Header("If-Match")}. */
  public static final String PATTERN = "(W/)?\"\\d{1,18}\"";

  private EntityTag() {}

  /** Returns the version in a tag that matches {@link #PATTERN}. */
  public static long version(String tag) {
    return Long.parseLong(tag.substring(tag.indexOf('"') + 1, tag.length() - 1));
  }
}
