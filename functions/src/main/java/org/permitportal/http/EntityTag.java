package org.permitportal.http;

/** The version that {@code If-Match} names, as {@link Reply#version} wrote it into an ETag. */
public final class EntityTag {
  /** What a request's component with {@code @Header("If-Match")} has to look like. */
  public static final String PATTERN = "\"\\d{1,18}\"";

  private EntityTag() {}

  /** The version in a tag that matches {@link #PATTERN}. */
  public static long version(String tag) {
    return Long.parseLong(tag.substring(1, tag.length() - 1));
  }
}
