package org.permitportal.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.jspecify.annotations.Nullable;

/**
 * PDFBox's parser with its work bounded. To find the pages it must decode cross-reference and
 * object streams, and PDFBox inflates those into memory without a limit: each is measured first.
 */
final class GuardedPdfParser extends PDFParser {
  private static final long SCRATCH_IN_MEMORY = 16L << 20;
  private static final int MAX_PREDICTOR_ROW_BITS = 1 << 19;

  private final GuardedDocument guarded;

  GuardedPdfParser(RandomAccessRead source, Effort decoding) throws IOException {
    super(source, "", null, null, null);
    document.close();
    guarded = new GuardedDocument(this, decoding);
    document = guarded;
  }

  /** Whether the file names an encryption, known also after parsing failed because of it. */
  boolean isEncrypted() {
    return guarded.encrypted;
  }

  /** Not PDFBox's check, which recurses without limit and drops unreadable pages in silence. */
  @Override
  protected void checkPages(COSDictionary root) {}

  /** PDFBox searches broken files with a second parser of its own; both share the document. */
  private static final class GuardedDocument extends COSDocument {
    private final GuardedPdfParser parser;
    private final Effort decoding;
    private boolean encrypted;

    GuardedDocument(GuardedPdfParser parser, Effort decoding) {
      super(MemoryUsageSetting.setupMixed(SCRATCH_IN_MEMORY).streamCache, parser);
      this.parser = parser;
      this.decoding = decoding;
    }

    @Override
    public COSStream createCOSStream(COSDictionary dictionary, long start, long length)
        throws IOException {
      var stream = new MeasuredStream(parser.createRandomAccessReadView(start, length), decoding);
      dictionary.forEach(stream::setItem);
      stream.setKey(dictionary.getKey());
      return stream;
    }

    /** Encryption for certificates' holders needs classes that are not in the jar, and a key. */
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

  /** A file whose every read costs effort. */
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

  /** A stream that tells how large it gets before PDFBox decodes it. */
  private static final class MeasuredStream extends COSStream {
    private final Effort decoding;

    MeasuredStream(RandomAccessReadView view, Effort decoding) throws IOException {
      super(null, view);
      this.decoding = decoding;
    }

    @Override
    public RandomAccessRead createView() throws IOException {
      COSBase filter = onlyOne(getDictionaryObject(COSName.FILTER, COSName.F));
      if (filter == null) {
        decoding.spend(getLength());
        return super.createView();
      }
      // Writers of cross-reference and object streams use Flate alone; a chain multiplies.
      if (!COSName.FLATE_DECODE.equals(filter)
          && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
        throw new IOException("Unusual coding");
      }
      COSBase parameters = onlyOne(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
      if (parameters instanceof COSDictionary predictor) {
        checkRow(predictor);
      }
      inflate();
      return super.createView();
    }

    private static @Nullable COSBase onlyOne(@Nullable COSBase value) throws IOException {
      if (!(value instanceof COSArray array)) {
        return value;
      }
      if (array.size() > 1) {
        throw new IOException("Chained coding");
      }
      return array.size() == 0 ? null : array.getObject(0);
    }

    /** PDFBox allocates whole rows as the file asks. */
    private static void checkRow(COSDictionary predictor) throws IOException {
      long row = 1;
      for (COSName side :
          new COSName[] {COSName.COLUMNS, COSName.COLORS, COSName.BITS_PER_COMPONENT}) {
        long value = predictor.getInt(side, 1);
        if (value < 1 || value > MAX_PREDICTOR_ROW_BITS) {
          throw new IOException("Unusual predictor");
        }
        row *= value;
        if (row > MAX_PREDICTOR_ROW_BITS) {
          throw new IOException("Unusual predictor");
        }
      }
    }

    private void inflate() throws IOException {
      byte[] in = new byte[8192];
      byte[] out = new byte[8192];
      // As PDFBox does: the two bytes of zlib's header are passed over, its checksum ignored.
      try (InputStream raw = createRawInputStream();
          Inflater inflater = new Inflater(true)) {
        raw.skipNBytes(2);
        while (!inflater.finished()) {
          int got = inflater.inflate(out);
          decoding.spend(got);
          if (got == 0 && inflater.needsInput()) {
            int read = raw.read(in);
            if (read < 1) {
              return;
            }
            inflater.setInput(in, 0, read);
          } else if (got == 0 && !inflater.finished()) {
            return;
          }
        }
      } catch (DataFormatException _) {
        // What came before the damage is all that PDFBox will see as well.
        return;
      }
    }
  }
}
