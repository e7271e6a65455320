package org.permitportal.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfparser.XrefTrailerResolver;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser with limits. To find the pages, a parser must decode cross-reference and object
 * streams. PDFBox inflates these streams into memory without a limit, so this class measures each
 * stream first. PDFBox also keeps every value that it reads, and two bytes in a file can become a
 * hundred bytes in memory. So this class counts the values.
 */
final class GuardedPdfParser extends PDFParser {
  private static final long SCRATCH_IN_MEMORY = 16L << 20;

  /** How much a dictionary counts. A number counts 1; the other kinds follow below. */
  private static final int DICTIONARY = 3;

  private static final int ARRAY = 2;
  private static final int NAME = 2;
  private static final int ENTRY = 3;

  private final GuardedDocument guarded;

  private final Effort values;

  /**
   * Creates a parser.
   *
   * @param decoding the number of bytes to which streams may be inflated
   * @param values the number of values that may be kept; a value that takes more memory counts more
   */
  GuardedPdfParser(RandomAccessRead source, Effort decoding, Effort values) throws IOException {
    super(source, "", null, null, null);
    document.close();
    guarded = new GuardedDocument(this, decoding, values);
    document = guarded;
    xrefTrailerResolver = new CountedEntries(values);
    this.values = values;
  }

  /**
   * Returns whether the file is encrypted. The result is right even when the encryption has made
   * the parsing fail.
   */
  boolean isEncrypted() {
    return guarded.encrypted;
  }

  /** Skips PDFBox's own check, which recurses without limit and drops unreadable pages silently. */
  @Override
  protected void checkPages(COSDictionary root) {}

  @Override
  protected COSBase parseDirObject() throws IOException {
    values.spend(1);
    return super.parseDirObject();
  }

  @Override
  protected COSDictionary parseCOSDictionary(boolean direct) throws IOException {
    values.spend(DICTIONARY);
    return super.parseCOSDictionary(direct);
  }

  @Override
  protected COSArray parseCOSArray() throws IOException {
    values.spend(ARRAY);
    return super.parseCOSArray();
  }

  @Override
  protected COSName parseCOSName() throws IOException {
    values.spend(NAME);
    return super.parseCOSName();
  }

  /** A cross-reference table that counts every entry as values. */
  private static final class CountedEntries extends XrefTrailerResolver {
    private final Effort values;

    CountedEntries(Effort values) {
      this.values = values;
    }

    @Override
    public void setXRef(COSObjectKey key, long offset) {
      try {
        values.spend(ENTRY);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      super.setXRef(key, offset);
    }
  }

  /**
   * The document. It measures the streams, whichever parser reads them: for a broken file, PDFBox
   * uses a second parser.
   */
  private static final class GuardedDocument extends COSDocument {
    private final GuardedPdfParser parser;
    private final Effort decoding;
    private final Effort values;
    private boolean encrypted;

    GuardedDocument(GuardedPdfParser parser, Effort decoding, Effort values) {
      super(MemoryUsageSetting.setupMixed(SCRATCH_IN_MEMORY).streamCache, parser);
      this.parser = parser;
      this.decoding = decoding;
      this.values = values;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      var stream =
          new MeasuredStream(parser.createRandomAccessReadView(start, length), decoding, values);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }

    /**
     * Returns the file's encryption dictionary, or null when it has none. Throws an exception for a
     * file that is encrypted with certificates instead of a password. To read such a file, PDFBox
     * would need a private key and classes that are not in the jar.
     */
    @Override
    public @Nullable COSDictionary getEncryptionDictionary() {
      COSDictionary encryption = super.getEncryptionDictionary();
      if (encryption != null) {
        encrypted = true;
        if (!COSName.getPDFName("Standard").equals(encryption.getCOSName(COSName.FILTER))) {
          throw new IllegalStateException("Not opened by a password");
        }
      }
      return encryption;
    }
  }

  /** A file whose reads are limited: each byte that is read spends {@link Effort}. */
  static final class MeteredFile extends RandomAccessReadBufferedFile {
    private final Effort reading;

    MeteredFile(Path path, Effort reading) throws IOException {
      super(path);
      this.reading = reading;
    }

    @Override
    public int read() throws IOException {
      reading.spend(1);
      return super.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      reading.spend(length);
      return super.read(target, offset, length);
    }
  }
}
