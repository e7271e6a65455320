package org.permitportal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a PDF file. Before PDFBox decodes the stream, this class measures its decoded size
 * and counts its values.
 */
final class MeasuredStream extends COSStream {
  private static final int MAX_PREDICTOR_ROW_BITS = 1 << 19;

  private final Effort decoding;
  private final Effort values;

  MeasuredStream(RandomAccessReadView view, Effort decoding, Effort values) throws IOException {
    super(null, view);
    this.decoding = decoding;
    this.values = values;
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    COSBase filter = onlyOne(getDictionaryObject(COSName.FILTER, COSName.F));
    var counted = new ValueCount(values);
    if (filter == null) {
      decoding.spend(getLength());
      plain(counted);
      return super.createView();
    }
    // Programs compress cross-reference and object streams with Flate only. With several codings in
    // a row, a small stream could become very large.
    if (!COSName.FLATE_DECODE.equals(filter) && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
      throw new IOException("Unusual coding");
    }
    COSBase parameters = onlyOne(getDictionaryObject(COSName.DECODE_PARMS, COSName.DP));
    if (parameters instanceof COSDictionary predictor) {
      checkRow(predictor);
    }
    inflate(counted);
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

  /**
   * Limits the length of a predictor's row. PDFBox allocates memory for a whole row, in the length
   * that the file states.
   */
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

  private void plain(ValueCount counted) throws IOException {
    byte[] in = new byte[8192];
    try (InputStream raw = createRawInputStream()) {
      for (int read = raw.read(in); read > 0; read = raw.read(in)) {
        counted.add(in, read);
      }
    }
  }

  private void inflate(ValueCount counted) throws IOException {
    byte[] in = new byte[8192];
    byte[] out = new byte[8192];
    // Skip the two bytes of zlib's header and ignore its checksum, as PDFBox does.
    try (InputStream raw = createRawInputStream();
        Inflater inflater = new Inflater(true)) {
      raw.skipNBytes(2);
      while (!inflater.finished()) {
        int got = inflater.inflate(out);
        decoding.spend(got);
        counted.add(out, got);
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
      // PDFBox too will read only the bytes before the damage.
      return;
    }
  }
}
