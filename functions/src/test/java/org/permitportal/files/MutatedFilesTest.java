package org.permitportal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.permitportal.files.Inspection.Healthy;

/** Tests that the check of a changed file always gives a result and never throws an exception. */
class MutatedFilesTest {
  private static final FileLimits LIMITS = new FileLimits(EnumSet.allOf(FileType.class), 25L << 20);

  private final FileInspector inspector = new FileInspector();

  @Property(tries = 300)
  void cutFilesAreAnswered(@ForAll("good") TestFiles file, @ForAll @IntRange(max = 9999) int part)
      throws IOException {
    byte[] bytes = file.bytes();
    inspected(file, Arrays.copyOf(bytes, (int) ((long) bytes.length * part / 10_000)));
  }

  @Property(tries = 100)
  void cutImagesAreRefused(@ForAll("images") TestFiles file, @ForAll @IntRange(max = 9999) int part)
      throws IOException {
    byte[] bytes = file.bytes();
    byte[] cut = Arrays.copyOf(bytes, (int) ((long) bytes.length * part / 10_000));
    assertThat(inspected(file, cut)).isNotInstanceOf(Healthy.class);
  }

  @Property(tries = 600)
  void changedFilesAreAnswered(
      @ForAll("good") TestFiles file, @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int n)
      throws IOException {
    byte[] bytes = file.bytes();
    var random = new Random(seed);
    for (int i = 0; i < n; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    inspected(file, bytes);
  }

  /**
   * Changes digits, because numbers in a PDF are lengths, counts and offsets. Wrong ones do the
   * most harm.
   */
  @Property(tries = 300)
  void changedDigitsAreAnswered(@ForAll("pdfs") TestFiles file, @ForAll long seed)
      throws IOException {
    byte[] bytes = file.bytes();
    var random = new Random(seed);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] >= '0' && bytes[i] <= '9' && random.nextInt(20) == 0) {
        bytes[i] = (byte) ('0' + random.nextInt(10));
      }
    }
    inspected(file, bytes);
  }

  private Inspection inspected(TestFiles file, byte[] bytes) throws IOException {
    Inspection found =
        inspector.inspect(file.mediaType(), bytes.length, LIMITS, new ByteArrayInputStream(bytes));
    assertThat(found).isNotNull();
    return found;
  }

  @Provide
  Arbitrary<TestFiles> good() {
    return Arbitraries.oneOf(images(), pdfs());
  }

  @Provide
  Arbitrary<TestFiles> images() {
    return Arbitraries.of(
        TestFiles.PHOTO_JPEG,
        TestFiles.PROGRESSIVE_JPEG,
        TestFiles.PICTURE_PNG,
        TestFiles.PHOTO_HEIC,
        TestFiles.LITTLE_ENDIAN_TIFF,
        TestFiles.BIG_ENDIAN_TIFF);
  }

  @Provide
  Arbitrary<TestFiles> pdfs() {
    return Arbitraries.of(
        TestFiles.PLAIN_PDF,
        TestFiles.SEVEN_PAGES_PDF,
        TestFiles.OWNER_PASSWORD_PDF,
        TestFiles.BROKEN_TABLE_PDF,
        TestFiles.PORTFOLIO_PDF,
        TestFiles.ENCRYPTED_PDF);
  }
}
