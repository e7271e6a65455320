package org.permitportal.contents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.permitportal.contents.GuardedPdfParser.MeteredFile;
import org.permitportal.contents.PdfFinding.Unusable;
import org.permitportal.contents.PdfFinding.Usable;
import org.permitportal.contents.PdfFinding.Why;

/**
 * Opens a PDF without a password and counts the pages that can really be reached. A file with a
 * broken cross-reference table passes when each page that it lists is readable. A file that only
 * restricts printing or editing (owner password) passes too: everyone can open it. Architects lock
 * plans that way, and the portal only reads them.
 */
public final class PdfCheck {
  public static final int MAX_PAGES = 10_000;

  /**
   * How many times a file's bytes may be read. A normal file is read about once. To rebuild a lost
   * cross-reference table, PDFBox reads the file a few times.
   */
  private static final int READ_TIMES = 16;

  private static final long READ_AT_LEAST = 8L << 20;

  /** The most bytes to inflate. Only the file's structure is inflated, never pictures or pages. */
  private static final long DECODED_BYTES = 32L << 20;

  /**
   * The most values that PDFBox may keep. A number counts as 1, larger values count more. All
   * values together take a few hundred megabytes at most.
   */
  static final long VALUES = 8_000_000;

  private static final int MAX_CONTENT_PARTS = 100;

  private PdfCheck() {}

  /**
   * The limits of one check.
   *
   * @param reading the bytes to read from the file, including the repeated reads of a search
   * @param decoding the bytes to inflate from the file's streams
   * @param values the values to keep in memory; a number counts as 1
   */
  record Bounds(Effort reading, Effort decoding, Effort values) {
    static Bounds of(long length) {
      return new Bounds(
          new Effort(length * READ_TIMES + READ_AT_LEAST),
          new Effort(DECODED_BYTES),
          new Effort(VALUES));
    }

    boolean exceeded() {
      return reading.isSpent() || decoding.isSpent() || values.isSpent();
    }
  }

  /**
   * Checks one PDF.
   *
   * @param length the file's length in bytes
   * @return the result of the check; a damaged file is a result too and causes no exception
   * @throws IOException when the file can't be opened
   */
  public static PdfFinding check(Path file, long length) throws IOException {
    return check(file, length, Bounds.of(length));
  }

  static PdfFinding check(Path file, long length, Bounds bounds) throws IOException {
    try (var source = new MeteredFile(file, bounds.reading)) {
      var parser = new GuardedPdfParser(source, bounds.decoding, bounds.values);
      PdfFinding found = parse(parser);
      return bounds.exceeded() ? new Unusable(Why.DAMAGED) : found;
    }
  }

  private static PdfFinding parse(GuardedPdfParser parser) {
    try (PDDocument document = parser.parse()) {
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      if (catalog.getDictionaryObject(COSName.COLLECTION) != null) {
        return new Unusable(Why.PORTFOLIO);
      }
      int pages = pages(catalog, document.isEncrypted());
      if (pages > MAX_PAGES) {
        return new Unusable(Why.TOO_MANY_PAGES);
      }
      return pages == 0 ? new Unusable(Why.DAMAGED) : new Usable(pages);
    } catch (InvalidPasswordException _) {
      return new Unusable(Why.ENCRYPTED);
    } catch (IOException
        | DamagedFile
        | RuntimeException
        | StackOverflowError
        | OutOfMemoryError _) {
      // PDFBox also throws runtime exceptions for malformed files. It recurses until the stack
      // overflows when stream lengths are separate objects that form a long chain. The values of
      // its second parser, which searches broken files, are not counted, so they can still fill the
      // memory. In all of these cases the file is to blame. The memory is freed with the parser.
      return new Unusable(parser.isEncrypted() ? Why.ENCRYPTED : Why.DAMAGED);
    }
  }

  /** Counts the pages in the page tree, because the count that a file states may be wrong. */
  private static int pages(COSDictionary catalog, boolean encrypted) throws DamagedFile {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>();
    COSDictionary top = catalog.getCOSDictionary(COSName.PAGES);
    if (top == null) {
      throw new DamagedFile();
    }
    open.push(top);
    int pages = 0;
    while (!open.isEmpty() && pages + open.size() <= MAX_PAGES) {
      COSDictionary node = open.pop();
      COSArray kids = node.getCOSArray(COSName.KIDS);
      if (kids == null) {
        if (COSName.PAGES.equals(node.getCOSName(COSName.TYPE))) {
          continue;
        }
        requireContents(node, encrypted);
        pages++;
        continue;
      }
      if (!seen.add(node)) {
        throw new DamagedFile();
      }
      for (int i = 0; i < kids.size() && pages + open.size() <= MAX_PAGES; i++) {
        if (!(kids.getObject(i) instanceof COSDictionary kid)) {
          throw new DamagedFile();
        }
        open.push(kid);
      }
    }
    return pages + open.size();
  }

  /**
   * Refuses a page that names contents which the file does not have: such a file was cut off.
   * Encrypted contents are not checked, because they are not decrypted here.
   */
  private static void requireContents(COSDictionary page, boolean encrypted) throws DamagedFile {
    if (encrypted || !page.containsKey(COSName.CONTENTS)) {
      return;
    }
    COSBase contents = page.getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof COSArray parts) {
      for (int i = 0; i < Math.min(parts.size(), MAX_CONTENT_PARTS); i++) {
        requireStream(parts.getObject(i));
      }
    } else {
      requireStream(contents);
    }
  }

  private static void requireStream(COSBase contents) throws DamagedFile {
    if (!(contents instanceof COSStream)) {
      throw new DamagedFile();
    }
  }
}
