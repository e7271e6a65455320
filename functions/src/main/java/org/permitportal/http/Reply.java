package org.permitportal.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A handler's answer.
 *
 * @param body what is written as JSON; a {@link Json} as it is; null for none
 */
public record Reply<A>(
    int status, @Nullable A body, Map<String, String> headers, List<String> cookies) {
  @Override
  public String toString() {
    return "Reply[" + status + "]";
  }

  /** JSON that is ready. */
  public record Json(String text) {}

  /** 200 with a body. */
  public static <A> Reply<A> ok(A body) {
    return new Reply<>(200, body, Map.of(), List.of());
  }

  /** 201 with what was made. */
  public static <A> Reply<A> created(A body) {
    return new Reply<>(201, body, Map.of(), List.of());
  }

  /** 204. */
  public static <A> Reply<A> nothing() {
    return new Reply<>(204, null, Map.of(), List.of());
  }

  /** The same with a strong {@code ETag} of this version. */
  public Reply<A> version(long version) {
    return with("etag", "\"" + version + "\"");
  }

  /**
   * The same for everybody's caches: valid for so long, then asked for again with its {@code ETag}.
   */
  public Reply<A> cacheable(String tag, int seconds) {
    return with("etag", "\"" + tag + "\"").with("cache-control", "public, max-age=" + seconds);
  }

  /** The same with a header; names in lower case. */
  public Reply<A> with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply<>(status, body, more, cookies);
  }

  /** The same and a cookie that scripts can't read and other sites can't send. */
  public Reply<A> cookie(String name, String value, String path, long maxAgeSeconds) {
    List<String> more = new ArrayList<>(cookies);
    more.add(
        "%s=%s; Path=%s; Max-Age=%d; HttpOnly; Secure; SameSite=Strict"
            .formatted(name, value, path, maxAgeSeconds));
    return new Reply<>(status, body, headers, more);
  }
}
