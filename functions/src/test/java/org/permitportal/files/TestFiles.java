package org.permitportal.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The real files that tests upload. The README.md in their folder describes each file. */
public enum TestFiles {
  PLAIN_PDF("plain.pdf", FileType.PDF),
  SEVEN_PAGES_PDF("seven-pages.pdf", FileType.PDF),
  ENCRYPTED_PDF("encrypted.pdf", FileType.PDF),
  OWNER_PASSWORD_PDF("owner-password.pdf", FileType.PDF),
  CERTIFICATE_PDF("certificate.pdf", FileType.PDF),
  PORTFOLIO_PDF("portfolio.pdf", FileType.PDF),
  TRUNCATED_PDF("truncated.pdf", FileType.PDF),
  BROKEN_TABLE_PDF("broken-table.pdf", FileType.PDF),
  NO_PAGES_PDF("no-pages.pdf", FileType.PDF),
  CYCLIC_PAGES_PDF("cyclic-pages.pdf", FileType.PDF),
  MANY_PAGES_PDF("many-pages.pdf", FileType.PDF),
  INFLATING_PDF("inflating.pdf", FileType.PDF),
  HTML_IN_FRONT_PDF("html-in-front.pdf", FileType.PDF),
  EXECUTABLE_NAMED_PDF("executable.pdf", FileType.PDF),
  PROGRAM_NAMED_PDF("program.pdf", FileType.PDF),
  EMPTY_PDF("empty.pdf", FileType.PDF),
  PHOTO_JPEG("photo.jpg", FileType.JPEG),
  PROGRESSIVE_JPEG("progressive.jpg", FileType.JPEG),
  TRUNCATED_JPEG("truncated.jpg", FileType.JPEG),
  PICTURE_PNG("picture.png", FileType.PNG),
  BROKEN_CRC_PNG("broken-crc.png", FileType.PNG),
  HUGE_DIMENSIONS_PNG("huge-dimensions.png", FileType.PNG),
  SVG_NAMED_PNG("drawing.png", FileType.PNG),
  HTML_NAMED_PNG("page.png", FileType.PNG),
  PHOTO_HEIC("photo.heic", FileType.HEIC),
  TRUNCATED_HEIC("truncated.heic", FileType.HEIC),
  AVIF_NAMED_HEIC("photo.avif", FileType.HEIC),
  LITTLE_ENDIAN_TIFF("little-endian.tif", FileType.TIFF),
  BIG_ENDIAN_TIFF("big-endian.tif", FileType.TIFF),
  TRUNCATED_TIFF("truncated.tif", FileType.TIFF);

  private final String fileName;
  private final FileType declared;

  TestFiles(String fileName, FileType declared) {
    this.fileName = fileName;
    this.declared = declared;
  }

  public String fileName() {
    return fileName;
  }

  /** Returns the media type that an uploader would declare for the file. It can be false. */
  public String mediaType() {
    return declared.mediaType();
  }

  public byte[] bytes() {
    try (InputStream in = TestFiles.class.getResourceAsStream("/files/" + fileName)) {
      if (in == null) {
        throw new IllegalStateException("No test file " + fileName);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long length() {
    return bytes().length;
  }

  /** Returns the file's SHA-256 hash in Base64, as in S3's header {@code x-amz-checksum-sha256}. */
  public String sha256() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes());
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
