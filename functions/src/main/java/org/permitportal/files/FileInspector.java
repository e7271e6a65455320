package org.permitportal.files;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.permitportal.contents.DamagedFile;
import org.permitportal.contents.Dimensions;
import org.permitportal.contents.HeicCheck;
import org.permitportal.contents.JpegCheck;
import org.permitportal.contents.PdfCheck;
import org.permitportal.contents.PdfFinding;
import org.permitportal.contents.Pixels;
import org.permitportal.contents.PngCheck;
import org.permitportal.contents.StoredBytes;
import org.permitportal.contents.TiffCheck;
import org.permitportal.files.Inspection.Healthy;
import org.permitportal.files.Inspection.Refused;

/**
 * Checks the content of an uploaded file: the file must be complete, have the declared type, and
 * open for a clerk. Of a PDF, only the structure is decoded, and within fixed limits. So a check
 * never needs much memory or time. This class uses neither file names nor the bucket.
 */
@Singleton
final class FileInspector {

  /**
   * Checks one stored file.
   *
   * @param declaredType the media type that the uploader declared
   * @param declaredLength the length in bytes that the uploader declared
   * @param limits the allowed types and the largest allowed length
   * @param stored the stored bytes. This method reads at most one byte more than the limit and does
   *     not close the stream.
   * @return the result of the check; a damaged file is a result too and causes no exception
   * @throws IOException when the bytes can't be read from the bucket or the temporary disk is full
   */
  public Inspection inspect(
      String declaredType, long declaredLength, FileLimits limits, InputStream stored)
      throws IOException {
    FileType declared = FileType.ofMediaType(declaredType);
    if (declared == null || !limits.types().contains(declared)) {
      return new Refused(RefusalReason.TYPE_NOT_ALLOWED, Map.of("allowed", names(limits)));
    }
    if (declaredLength > limits.maxBytes()) {
      return tooLarge(declaredLength, limits);
    }
    Path copy = Files.createTempFile("upload", ".tmp");
    try {
      long length = copy(stored, copy, limits.maxBytes() + 1);
      if (length == 0) {
        return new Refused(RefusalReason.EMPTY);
      }
      if (length > limits.maxBytes()) {
        return tooLarge(length, limits);
      }
      if (length != declaredLength) {
        return new Refused(
            RefusalReason.LENGTH_DIFFERS,
            Map.of("declaredBytes", Long.toString(declaredLength), "bytes", Long.toString(length)));
      }
      return content(declared, copy, length);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static Inspection content(FileType declared, Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        Arena arena = Arena.ofConfined()) {
      var bytes = new StoredBytes(channel.map(MapMode.READ_ONLY, 0, length, arena));
      FileType found = typeOf(bytes);
      if (found != declared) {
        return differs(declared, found);
      }
      return found == FileType.PDF
          ? pdf(PdfCheck.check(file, length), length)
          : image(found, bytes);
    }
  }

  /**
   * Returns the type that the first bytes state, or null when it is unknown. A PDF must start at
   * the first byte. Before a later header, there could be any content.
   */
  private static @Nullable FileType typeOf(StoredBytes bytes) {
    if (bytes.startsWith('%', 'P', 'D', 'F', '-')) {
      return FileType.PDF;
    }
    if (bytes.startsWith(0xFF, 0xD8, 0xFF)) {
      return FileType.JPEG;
    }
    if (bytes.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return FileType.PNG;
    }
    if (bytes.startsWith('I', 'I', 42, 0) || bytes.startsWith('M', 'M', 0, 42)) {
      return FileType.TIFF;
    }
    return HeicCheck.looksLikeHeic(bytes) ? FileType.HEIC : null;
  }

  private static Inspection pdf(PdfFinding finding, long length) {
    return switch (finding) {
      case PdfFinding.Usable(int pages) ->
          new Healthy(FileType.PDF, length, OptionalInt.of(pages), null);
      case PdfFinding.Unusable(PdfFinding.Why why) ->
          switch (why) {
            case DAMAGED -> new Refused(RefusalReason.DAMAGED_PDF);
            case ENCRYPTED -> new Refused(RefusalReason.ENCRYPTED_PDF);
            case PORTFOLIO -> new Refused(RefusalReason.PDF_PORTFOLIO);
            case TOO_MANY_PAGES ->
                new Refused(
                    RefusalReason.TOO_MANY_PAGES,
                    Map.of("maxPages", Integer.toString(PdfCheck.MAX_PAGES)));
          };
    };
  }

  private static Inspection image(FileType type, StoredBytes bytes) {
    Dimensions dimensions;
    try {
      dimensions =
          switch (type) {
            case JPEG -> JpegCheck.check(bytes);
            case PNG -> PngCheck.check(bytes);
            case TIFF -> TiffCheck.check(bytes);
            case HEIC -> HeicCheck.check(bytes);
            case PDF -> throw new IllegalArgumentException("A PDF is no image");
          };
    } catch (DamagedFile _) {
      return new Refused(RefusalReason.DAMAGED_IMAGE);
    }
    if (dimensions != null && Pixels.of(dimensions) > Pixels.MAX) {
      return new Refused(
          RefusalReason.TOO_MANY_PIXELS,
          Map.of(
              "width", Long.toString(dimensions.width()),
              "height", Long.toString(dimensions.height()),
              "maxPixels", Long.toString(Pixels.MAX)));
    }
    return new Healthy(type, bytes.length(), OptionalInt.empty(), dimensions);
  }

  private static Refused tooLarge(long length, FileLimits limits) {
    return new Refused(
        RefusalReason.TOO_LARGE,
        Map.of("bytes", Long.toString(length), "maxBytes", Long.toString(limits.maxBytes())));
  }

  private static Refused differs(FileType declared, @Nullable FileType found) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("declared", declared.name());
    if (found != null) {
      values.put("found", found.name());
    }
    return new Refused(RefusalReason.TYPE_DIFFERS, values);
  }

  private static String names(FileLimits limits) {
    return limits.types().stream().sorted().map(FileType::name).collect(Collectors.joining(", "));
  }

  private static long copy(InputStream from, Path to, long most) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long copied = 0;
    try (OutputStream out = Files.newOutputStream(to)) {
      while (copied < most) {
        int read = from.read(buffer, 0, (int) Math.min(buffer.length, most - copied));
        if (read < 0) {
          break;
        }
        out.write(buffer, 0, read);
        copied += read;
      }
    }
    return copied;
  }
}
