package org.permitportal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The response of a handler.
 *
 * @param body the object to write as JSON; the text of a {@link Json} is written unchanged; null
 *     means no body
 */
public record Reply<A>(
    int status, @Nullable A body, Map<String, String> headers, List<String> cookies) {
  /**
   * The beginning of every cookie's name. Browsers take a cookie of such a name only from this very
   * host, so no other host of the same site can plant one (RFC 6265bis, section 4.1.3.2).
   */
  public static final String HOST = "__Host-";

  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }

  /** A text that is already JSON. */
  public record Json(String text) {}

  /** Returns a response with the status 200 and a body. */
  public static <A> Reply<A> ok(A body) {
    return new Reply<>(200, body, Map.of(), List.of());
  }

  /** Returns a response with the status 201 and the created object. */
  public static <A> Reply<A> created(A body) {
    return new Reply<>(201, body, Map.of(), List.of());
  }

  /** Returns a response with the status 204 and no body. */
  public static <A> Reply<A> nothing() {
    return new Reply<>(204, null, Map.of(), List.of());
  }

  /** Returns this response with a strong {@code ETag} that states the version. */
  public Reply<A> version(long version) {
    return with("etag", "\"" + version + "\"");
  }

  /**
   * Returns this response with headers that allow public caches to use it for {@code seconds}.
   * After that time, caches ask again with the {@code ETag}.
   */
  public Reply<A> cacheable(String tag, int seconds) {
    return with("etag", "\"" + tag + "\"").with("cache-control", "public, max-age=" + seconds);
  }

  /** Returns this response with one more header. The header's name must be in lower case. */
  public Reply<A> with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply<>(status, body, more, cookies);
  }

  /**
   * Returns this response with one more cookie. Scripts can't read the cookie. Browsers don't send
   * it with requests from other sites.
   *
   * @param name begins with {@link #HOST}
   */
  public Reply<A> cookie(String name, String value, long maxAgeSeconds) {
    List<String> more = new ArrayList<>(cookies);
    more.add(
        "%s=%s; Path=/; Max-Age=%d; HttpOnly; Secure; SameSite=Strict"
            .formatted(name, value, maxAgeSeconds));
    return new Reply<>(status, body, headers, more);
  }
}
