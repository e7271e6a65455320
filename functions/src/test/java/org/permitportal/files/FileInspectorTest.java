package org.permitportal.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.contents.Dimensions;
import org.permitportal.files.Inspection.Healthy;
import org.permitportal.files.Inspection.Refused;
import org.permitportal.journey.Eventually;

class FileInspectorTest {
  private static final long MAX_BYTES = 25L << 20;
  private static final FileLimits WIZARD = new FileLimits(EnumSet.allOf(FileType.class), MAX_BYTES);

  private final FileInspector inspector = new FileInspector();

  @ParameterizedTest
  @CsvSource({
    "PLAIN_PDF, 1",
    "SEVEN_PAGES_PDF, 7",
    "BROKEN_TABLE_PDF, 7",
    // Opens for everyone; only editing is restricted.
    "OWNER_PASSWORD_PDF, 2"
  })
  void readablePdfsPassWithTheirPages(TestFiles file, int pages) throws IOException {
    assertThat(inspect(file))
        .isEqualTo(new Healthy(FileType.PDF, file.length(), OptionalInt.of(pages), null));
  }

  @ParameterizedTest
  @CsvSource({
    "PHOTO_JPEG, JPEG, 320, 240",
    "PROGRESSIVE_JPEG, JPEG, 320, 240",
    "PICTURE_PNG, PNG, 320, 240",
    "PHOTO_HEIC, HEIC, 320, 240",
    "LITTLE_ENDIAN_TIFF, TIFF, 320, 240",
    "BIG_ENDIAN_TIFF, TIFF, 80, 60"
  })
  void wholeImagesPassWithTheirDimensions(TestFiles file, FileType type, long width, long height)
      throws IOException {
    assertThat(inspect(file))
        .isEqualTo(
            new Healthy(type, file.length(), OptionalInt.empty(), new Dimensions(width, height)));
  }

  @Timeout(60)
  @ParameterizedTest
  @CsvSource({
    "ENCRYPTED_PDF, ENCRYPTED_PDF",
    "CERTIFICATE_PDF, ENCRYPTED_PDF",
    "PORTFOLIO_PDF, PDF_PORTFOLIO",
    "TRUNCATED_PDF, DAMAGED_PDF",
    "NO_PAGES_PDF, DAMAGED_PDF",
    "CYCLIC_PAGES_PDF, DAMAGED_PDF",
    "INFLATING_PDF, DAMAGED_PDF",
    "MANY_PAGES_PDF, TOO_MANY_PAGES",
    "HTML_IN_FRONT_PDF, TYPE_DIFFERS",
    "EXECUTABLE_NAMED_PDF, TYPE_DIFFERS",
    "PROGRAM_NAMED_PDF, TYPE_DIFFERS",
    "EMPTY_PDF, EMPTY",
    "TRUNCATED_JPEG, DAMAGED_IMAGE",
    "BROKEN_CRC_PNG, DAMAGED_IMAGE",
    "HUGE_DIMENSIONS_PNG, TOO_MANY_PIXELS",
    "SVG_NAMED_PNG, TYPE_DIFFERS",
    "HTML_NAMED_PNG, TYPE_DIFFERS",
    "TRUNCATED_HEIC, DAMAGED_IMAGE",
    "AVIF_NAMED_HEIC, TYPE_DIFFERS",
    "TRUNCATED_TIFF, DAMAGED_IMAGE"
  })
  void badFilesAreRefusedWithTheirReason(TestFiles file, RefusalReason reason) throws IOException {
    assertThat(refused(inspect(file)).reason()).isEqualTo(reason);
  }

  @Test
  void anImageDeclaredAsAnotherTypeIsRefusedNamingBoth() throws IOException {
    byte[] jpeg = TestFiles.PHOTO_JPEG.bytes();

    Refused refused = refused(inspect("image/png", jpeg));

    assertThat(refused.reason()).isEqualTo(RefusalReason.TYPE_DIFFERS);
    assertThat(refused.values()).isEqualTo(Map.of("declared", "PNG", "found", "JPEG"));
  }

  @ParameterizedTest
  @CsvSource({"image/svg+xml", "text/html", "''", "application/octet-stream"})
  void unknownTypesAreNotAllowed(String mediaType) throws IOException {
    assertThat(refused(inspect(mediaType, TestFiles.PLAIN_PDF.bytes())).reason())
        .isEqualTo(RefusalReason.TYPE_NOT_ALLOWED);
  }

  @Test
  void aTypeTheCityDoesNotTakeHereIsRefusedNamingTheAllowed() throws IOException {
    byte[] png = TestFiles.PICTURE_PNG.bytes();
    var limits = new FileLimits(Set.of(FileType.JPEG, FileType.PDF), MAX_BYTES);

    Inspection found =
        inspector.inspect("image/png", png.length, limits, new ByteArrayInputStream(png));

    assertThat(found)
        .isEqualTo(new Refused(RefusalReason.TYPE_NOT_ALLOWED, Map.of("allowed", "PDF, JPEG")));
  }

  @Test
  void declaredTypesMayBeInAnyLetterCaseAndHeifIsHeic() throws IOException {
    assertThat(inspect("IMAGE/HEIF", TestFiles.PHOTO_HEIC.bytes())).isInstanceOf(Healthy.class);
  }

  @ParameterizedTest
  @CsvSource({"-1", "1"})
  void anotherLengthThanDeclaredIsRefused(int difference) throws IOException {
    byte[] pdf = TestFiles.PLAIN_PDF.bytes();

    Inspection found =
        inspector.inspect(
            "application/pdf", pdf.length + difference, WIZARD, new ByteArrayInputStream(pdf));

    assertThat(refused(found).reason()).isEqualTo(RefusalReason.LENGTH_DIFFERS);
  }

  @Test
  void aFileDeclaredTooLargeIsRefusedUnread() throws IOException {
    Inspection found = inspector.inspect("application/pdf", MAX_BYTES + 1, WIZARD, unreadable());

    assertThat(refused(found).reason()).isEqualTo(RefusalReason.TOO_LARGE);
  }

  @Test
  void anEndlessFileIsReadToOneByteOverTheLimit() throws IOException {
    var limits = new FileLimits(Set.of(FileType.PDF), 1000);
    var endless = new Endless();

    Inspection found = inspector.inspect("application/pdf", 1000, limits, endless);

    assertThat(found)
        .isEqualTo(
            new Refused(RefusalReason.TOO_LARGE, Map.of("bytes", "1001", "maxBytes", "1000")));
    assertThat(endless.read).isEqualTo(1001);
  }

  @Test
  void aStoreThatFailsIsNoFindingAboutTheFile() {
    assertThatThrownBy(() -> inspector.inspect("application/pdf", 10, WIZARD, unreadable()))
        .isInstanceOf(IOException.class);
  }

  @Test
  void nothingIsLeftOnTheTemporaryDisk() throws IOException {
    Set<Path> before = temporaryFiles();

    for (TestFiles file : TestFiles.values()) {
      inspect(file);
    }

    // Other tests have files there as well, for a moment.
    Set<Path> left = temporaryFiles();
    left.removeAll(before);
    Eventually.get(
        "an empty temporary disk: " + left,
        () -> left.stream().noneMatch(Files::exists) ? Optional.of(true) : Optional.empty());
  }

  @Test
  void pdfBoxHasNoVoiceInTheLog() {
    Log log = LogFactory.getLog(PDFParser.class);

    assertThat(log.isFatalEnabled()).as("%s", log.getClass()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(RefusalReason.class)
  void everyReasonHasItsOwnMessageKey(RefusalReason reason) {
    assertThat(reason.messageKey()).matches("file\\.refused\\.[a-zA-Z]+");
    assertThat(Arrays.stream(RefusalReason.values()).map(RefusalReason::messageKey))
        .doesNotHaveDuplicates();
  }

  @Test
  @Timeout(60)
  void deeplyNestedArraysAreRefused() throws IOException {
    String nested = "[".repeat(200_000);
    assertThat(refused(inspect(pdfWith(nested))).reason()).isEqualTo(RefusalReason.DAMAGED_PDF);
  }

  @Test
  @Timeout(60)
  void aChainOfLengthsThatAreObjectsIsRefused() throws IOException {
    var text = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    for (int i = 2; i < 20_000; i++) {
      text.append(i + " 0 obj\n<</Length " + (i + 1) + " 0 R>>stream\nx\nendstream\nendobj\n");
    }
    assertThat(refused(inspect("application/pdf", text.toString().getBytes(ISO_8859_1))).reason())
        .isEqualTo(RefusalReason.DAMAGED_PDF);
  }

  @Test
  void filesUpToTheLimitAreChecked() throws IOException {
    assertThat(inspect("application/pdf", largePdf())).isInstanceOf(Healthy.class);
    assertThat(inspect("image/jpeg", largeJpeg())).isInstanceOf(Healthy.class);
  }

  /** Returns a good JPEG file with longer compressed data. */
  private static byte[] largeJpeg() {
    byte[] jpeg = TestFiles.PHOTO_JPEG.bytes();
    byte[] large = new byte[(int) MAX_BYTES];
    int end = jpeg.length - 2;
    System.arraycopy(jpeg, 0, large, 0, end);
    Arrays.fill(large, end, large.length - 2, (byte) 0x5A);
    System.arraycopy(jpeg, end, large, large.length - 2, 2);
    return large;
  }

  /** Returns a PDF file with 500 pages, each with 50 kB of contents. */
  private static byte[] largePdf() {
    String filling = "% ".repeat(25_000);
    var text = new StringBuilder("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
    var kids = new StringBuilder();
    for (int i = 3; i < 1003; i += 2) {
      kids.append(i).append(" 0 R ");
      text.append(i + " 0 obj\n<</Type/Page/Parent 2 0 R/Contents " + (i + 1) + " 0 R>>\nendobj\n");
      text.append((i + 1) + " 0 obj\n<</Length 50000>>stream\n" + filling);
      text.append("\nendstream\nendobj\n");
    }
    text.append("2 0 obj\n<</Type/Pages/Count 500/Kids[" + kids + "]>>\nendobj\n");
    text.append("trailer\n<</Root 1 0 R>>\n%%EOF\n");
    return text.toString().getBytes(ISO_8859_1);
  }

  private static byte[] pdfWith(String object) {
    return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n" + object)
        .getBytes(ISO_8859_1);
  }

  private Inspection inspect(byte[] pdf) throws IOException {
    return inspect("application/pdf", pdf);
  }

  private Inspection inspect(TestFiles file) throws IOException {
    return inspect(file.mediaType(), file.bytes());
  }

  private Inspection inspect(String mediaType, byte[] bytes) throws IOException {
    return inspector.inspect(mediaType, bytes.length, WIZARD, new ByteArrayInputStream(bytes));
  }

  private static Refused refused(Inspection found) {
    assertThat(found).isInstanceOf(Refused.class);
    return (Refused) found;
  }

  private static Set<Path> temporaryFiles() throws IOException {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(f -> f.getFileName().toString().matches("(upload.*\\.tmp|PDFBox.*)"))
          .collect(Collectors.toSet());
    }
  }

  private static InputStream unreadable() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("The store is away");
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return read();
      }
    };
  }

  private static final class Endless extends InputStream {
    private long read;

    @Override
    public int read() {
      read++;
      return 'x';
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      Arrays.fill(target, offset, offset + length, (byte) 'x');
      read += length;
      return length;
    }
  }
}
