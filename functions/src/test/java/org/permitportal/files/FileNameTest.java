package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileNameTest {

  @ParameterizedTest
  @MethodSource("names")
  void namesAreCleaned(String sent, String label) {
    assertThat(FileName.of(sent).label()).isEqualTo(label);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        Arguments.of("Site plan 2.pdf", "Site plan 2.pdf"),
        Arguments.of("C:\\Users\\ana\\plan.pdf", "plan.pdf"),
        Arguments.of("../../etc/passwd", "passwd"),
        Arguments.of("plan\r\nSet-Cookie: a.pdf", "plan Set-Cookie_ a.pdf"),
        Arguments.of("invoice\u202Efdp.exe", "invoicefdp.exe"),
        Arguments.of("a\u200B\u0000b.png", "ab.png"),
        Arguments.of("n\u0303o.pdf", "\u00F1o.pdf"),
        Arguments.of("  ..hidden.pdf. ", "hidden.pdf"),
        Arguments.of("what?\"<now>\".pdf", "what___now__.pdf"),
        Arguments.of("plans/", "document"),
        Arguments.of("\u202E", "document"),
        Arguments.of("", "document"));
  }

  @Test
  void longNamesKeepTheirEndingAndSixtyCharacters() {
    String label = FileName.of("\uD83C\uDFE0".repeat(100) + ".pdf").label();
    assertThat(label).isEqualTo("\uD83C\uDFE0".repeat(56) + ".pdf");
  }

  @Test
  void aNameEndsAsItsContentDemands() {
    assertThat(FileName.of("plan.exe").endingAs(FileType.PDF).label()).isEqualTo("plan.exe.pdf");
    assertThat(FileName.of("Plan.PDF").endingAs(FileType.PDF).label()).isEqualTo("Plan.PDF");
    assertThat(FileName.of("id.jpeg").endingAs(FileType.JPEG).label()).isEqualTo("id.jpeg");
    assertThat(FileName.of("x".repeat(60)).endingAs(FileType.TIFF).label())
        .isEqualTo("x".repeat(56) + ".tif");
  }

  @Test
  void uncleanLabelsCannotBeMade() {
    assertThatThrownBy(() -> new FileName("a/b")).isInstanceOf(IllegalArgumentException.class);
  }

  @Property(tries = 1000)
  void anyTextGivesALabelAndSafeHeaders(@ForAll String sent) {
    FileName name = FileName.of(sent);
    assertThat(name.label().codePointCount(0, name.label().length())).isBetween(1, 60);
    assertThat(name.label()).doesNotContainPattern("[\\p{Cntrl}/\\\\\\u202A-\\u202E]");
    assertThat(ContentDisposition.attachment(name))
        .matches("attachment; filename=\"[ -~&&[^\"\\\\/]]+\"; filename\\*=UTF-8''[ -~&&[^\" ;]]+");
    assertThat(ContentDisposition.attachment(name.endingAs(FileType.PDF)))
        .containsPattern("(?i)\\.pdf\"; .*\\.pdf$");
  }

  @Test
  void headersCarryAPlainAndAFullName() {
    assertThat(ContentDisposition.attachment(FileName.of("Plan \u00F1o 50% \u20AC.pdf")))
        .isEqualTo(
            "attachment; filename=\"Plan no 50_ _.pdf\";"
                + " filename*=UTF-8''Plan%20%C3%B1o%2050%25%20%E2%82%AC.pdf");
    assertThat(ContentDisposition.attachment(FileName.of("\u2100.pdf")))
        .isEqualTo("attachment; filename=\"a_c.pdf\"; filename*=UTF-8''%E2%84%80.pdf");
    assertThat(ContentDisposition.inline(FileName.of("plan.pdf")))
        .isEqualTo("inline; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf");
  }
}
