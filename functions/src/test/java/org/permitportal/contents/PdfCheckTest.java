package org.permitportal.contents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.contents.PdfFinding.Unusable;
import org.permitportal.contents.PdfFinding.Why;
import org.permitportal.files.TestFiles;

/** Tests the limits for the work that a PDF can cause. */
class PdfCheckTest {
  private static final int CHANGED = 150;

  /**
   * The limit for the work on each byte of a file: the bytes read or inflated, and the values kept.
   */
  private static final long TIMES = 10;

  private static final long LEAST = 100_000;

  @TempDir Path folder;

  /**
   * Tests that the parser's work for a changed file stays close to the file's length. This is far
   * below the limits of {@link PdfCheck}.
   */
  @ParameterizedTest
  @EnumSource(
      names = {
        "PLAIN_PDF",
        "SEVEN_PAGES_PDF",
        "OWNER_PASSWORD_PDF",
        "BROKEN_TABLE_PDF",
        "PORTFOLIO_PDF",
        "ENCRYPTED_PDF"
      })
  void changedFilesMakeLittleWork(TestFiles good) throws IOException {
    for (int seed = 0; seed < CHANGED; seed++) {
      byte[] bytes = changed(good.bytes(), new Random(seed));
      Path file = folder.resolve("changed.pdf");
      Files.write(file, bytes);
      PdfCheck.Bounds bounds = PdfCheck.Bounds.of(bytes.length);
      PdfCheck.check(file, bytes.length, bounds);
      long little = TIMES * bytes.length + LEAST;
      assertThat(bounds.reading().spent()).as("read, seed " + seed).isLessThan(little);
      assertThat(bounds.decoding().spent()).as("inflated, seed " + seed).isLessThan(little);
      assertThat(bounds.values().spent()).as("kept, seed " + seed).isLessThan(little);
    }
  }

  /**
   * Without a cross-reference table, PDFBox searches the file with another parser. This parser must
   * have limits too.
   */
  @Test
  @Timeout(60)
  void anInflatingObjectStreamIsRefusedAlsoWithoutATable() throws IOException {
    var deflated = new ByteArrayOutputStream();
    try (var deflater = new DeflaterOutputStream(deflated)) {
      deflater.write("1 0 2 40 ".getBytes(ISO_8859_1));
      deflater.write("<</Type/Catalog/Pages 2 0 R>>           ".getBytes(ISO_8859_1));
      deflater.write("<</Type/Pages/Kids[<</Type/Page>>]>>".getBytes(ISO_8859_1));
      byte[] filling = new byte[1 << 20];
      Arrays.fill(filling, (byte) ' ');
      for (int i = 0; i < 40; i++) {
        deflater.write(filling);
      }
    }
    var pdf = new ByteArrayOutputStream();
    pdf.writeBytes(
        ("%PDF-1.7\n3 0 obj\n<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length "
                + deflated.size()
                + ">>stream\n")
            .getBytes(ISO_8859_1));
    pdf.writeBytes(deflated.toByteArray());
    pdf.writeBytes("\nendstream\nendobj\n%%EOF\n".getBytes(ISO_8859_1));

    Path file = folder.resolve("inflating.pdf");
    Files.write(file, pdf.toByteArray());
    PdfCheck.Bounds bounds = PdfCheck.Bounds.of(pdf.size());
    assertThat(PdfCheck.check(file, pdf.size(), bounds)).isEqualTo(new Unusable(Why.DAMAGED));
    assertThat(bounds.decoding().isSpent()).isTrue();
  }

  /** Replaces some bytes, and some numbers: lengths, counts and offsets. */
  private static byte[] changed(byte[] bytes, Random random) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9' && random.nextInt(20) == 0) {
        bytes[i] = (byte) ('0' + random.nextInt(10));
      } else if (random.nextInt(500) == 0) {
        bytes[i] = (byte) random.nextInt(256);
      }
    }
    return bytes;
  }
}
