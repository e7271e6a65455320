package org.permitportal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler's answer.
 *
 * @param body the object to write as JSON; a {@link Json} is written as it is; null for no body
 */
public record Reply<A>(
    int status, @Nullable A body, Map<String, String> headers, List<String> cookies) {
  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }

  /** Text that is already JSON. */
  public record Json(String text) {}

  /** 200 with a body. */
  public static <A> Reply<A> ok(A body) {
    return new Reply<>(200, body, Map.of(), List.of());
  }

  /** 201 with the created object. */
  public static <A> Reply<A> created(A body) {
    return new Reply<>(201, body, Map.of(), List.of());
  }

  /** 204 without a body. */
  public static <A> Reply<A> nothing() {
    return new Reply<>(204, null, Map.of(), List.of());
  }

  /** Returns this answer with a strong {@code ETag} of this version. */
  public Reply<A> version(long version) {
    return with("etag", "\"" + version + "\"");
  }

  /**
   * Returns this answer for public caches. They may use it for this many seconds. After that they
   * ask again with its {@code ETag}.
   */
  public Reply<A> cacheable(String tag, int seconds) {
    return with("etag", "\"" + tag + "\"").with("cache-control", "public, max-age=" + seconds);
  }

  /** Returns this answer with one more header; names are in lower case. */
  public Reply<A> with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply<>(status, body, more, cookies);
  }

  /**
   * Returns this answer with one more cookie, which scripts can't read and other sites can't send.
   */
  public Reply<A> cookie(String name, String value, String path, long maxAgeSeconds) {
    List<String> more = new ArrayList<>(cookies);
    more.add(
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; Secure; SameSite=Strict"
            .formatted(name, value, path, maxAgeSeconds));
    return new Reply<>(status, body, headers, more);
  }
}
