package org.permitportal.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses answers like CloudFront, but only with gzip. A strong ETag becomes a weak ETag.
 * Source: Amazon CloudFront Developer Guide, "Serve compressed files".
 */
final class Compression {
  private static final int FEWEST_BYTES = 1_000;
  private static final int MOST_BYTES = 10_000_000;
  private static final Pattern GZIP =
      Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");
  private static final Set<Integer> STATUSES = Set.of(200, 403, 404);

  /** The media types that CloudFront compresses and the portal sends. */
  private static final Set<String> TYPES =
      Set.of(
          "application/json",
          "image/svg+xml",
          "text/css",
          "text/html",
          "text/javascript",
          "text/plain");

  private Compression() {}

  /**
   * Returns the answer, compressed if the client accepts gzip and CloudFront would compress the
   * answer.
   */
  static Answer of(Answer answer, Call call) throws IOException {
    String type = answer.headers().getOrDefault("content-type", "").replaceFirst("\\s*;.*", "");
    if (!GZIP.matcher(call.headers().getOrDefault("accept-encoding", "")).find()
        || !STATUSES.contains(answer.status())
        || !TYPES.contains(type)
        || answer.body().length < FEWEST_BYTES
        || answer.body().length > MOST_BYTES) {
      return answer;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(answer.body());
    }
    Map<String, String> headers = new LinkedHashMap<>(answer.headers());
    headers.put("content-encoding", "gzip");
    headers.merge("vary", "Accept-Encoding", (before, more) -> before + ", " + more);
    headers.computeIfPresent("etag", (_, tag) -> tag.startsWith("W/") ? tag : "W/" + tag);
    return new Answer(answer.status(), headers, answer.cookies(), bytes.toByteArray());
  }
}
