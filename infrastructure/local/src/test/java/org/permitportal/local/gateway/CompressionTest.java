package org.permitportal.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompressionTest {
  private static Call accepting(Map<String, String> headers) {
    return new Call("GET", "/", "", headers, List.of(), "127.0.0.1", "HTTP/1.1", new byte[0]);
  }

  private static Answer answered(int status, String type, int bytes, String encodings)
      throws IOException {
    Answer whole = Answer.of(status, type, new byte[bytes]).with("etag", "\"1\"");
    return Compression.of(whole, accepting(Map.of("accept-encoding", encodings)));
  }

  @Test
  void aTextIsSentCompressedToWhoAcceptsIt() throws IOException {
    Answer answer = answered(200, "text/html; charset=utf-8", 1_000, "br, gzip;q=0.8");
    assertThat(answer.headers())
        .containsEntry("content-encoding", "gzip")
        .containsEntry("vary", "Accept-Encoding")
        .containsEntry("etag", "W/\"1\"");
    assertThat(answer.body()).hasSizeLessThan(100);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes())
        .isEqualTo(new byte[1_000]);
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/html, 999, gzip",
    "200, image/png, 5000, gzip",
    "200, text/html, 5000, br",
    "200, text/html, 5000, gzip;q=0",
    "200, text/html, 10000001, gzip",
    "201, application/json, 5000, gzip",
  })
  void anythingElseIsSentAsItIs(int status, String type, int bytes, String encodings)
      throws IOException {
    Answer answer = answered(status, type, bytes, encodings);
    assertThat(answer.headers()).doesNotContainKeys("content-encoding", "vary");
    assertThat(answer.headers()).containsEntry("etag", "\"1\"");
    assertThat(answer.body()).hasSize(bytes);
  }

  @Test
  void whoSaysNothingOfItGetsItAsItIs() throws IOException {
    Answer whole = Answer.of(200, "text/html", new byte[5_000]);
    assertThat(Compression.of(whole, accepting(Map.of()))).isSameAs(whole);
  }
}
