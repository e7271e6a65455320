package org.permitportal.local.cognito;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TotpTest {
  /** "12345678901234567890", the secret of RFC 6238's test vectors (appendix B, SHA-1). */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void secretsAreWrittenInBase32() {
    assertThat(Totp.encode("12345678901234567890".getBytes(UTF_8))).isEqualTo(SECRET);
    assertThat(Totp.encode(new byte[32])).isEqualTo("A".repeat(52));
  }

  @Test
  void paddingAndLowerCaseMakeNoDifference() {
    assertThat(Totp.code("gezdgnbvgy3tqojqgezdgnbvgy3tqojq====", Instant.EPOCH))
        .isEqualTo(Totp.code(SECRET, Instant.EPOCH));
  }

  @Test
  void aSecretThatIsNotBase32IsRefused() {
    assertThatThrownBy(() -> Totp.code("not base32!", Instant.EPOCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
