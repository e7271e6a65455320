package org.permitportal.contents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;

/**
 * Kinds of PDF files that need many times their size in memory when a parser reads the whole file.
 */
enum AHostilePdf {
  DICTIONARIES("<<>>"),
  ARRAYS("[]"),
  STRINGS("()"),
  NUMBERS("1.1 "),
  REFERENCES("1 0 R "),
  /** A dictionary that a parser reads only when the cross-reference table is missing. */
  TRAILER("<<>>"),
  /** A cross-reference table with thirty million entries in thirty kilobytes. */
  CROSS_REFERENCES("");

  /** A length, in bytes, at which every kind is refused. */
  private static final long BYTES = 40L << 20;

  private static final int AT_ONCE = 4096;
  private static final int ENTRIES = 30 << 20;
  private static final String PAGES =
      "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n3 0 obj\n<</Type/Page>>\nendobj\n";
  private static final String END = "/Root 1 0 R>>\n%%EOF\n";

  private final String value;

  AHostilePdf(String value) {
    this.value = value;
  }

  /**
   * Writes a file of about the given length. The file for {@link #CROSS_REFERENCES} is always
   * short.
   */
  void write(Path file, long bytes) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      switch (this) {
        case TRAILER -> {
          print(out, "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" + PAGES);
          print(out, "trailer\n<</X[");
          fill(out, bytes);
          print(out, "]" + END);
        }
        case CROSS_REFERENCES -> crossReferences(out);
        default -> {
          print(out, "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X[");
          fill(out, bytes);
          print(out, "]>>\nendobj\n" + PAGES + "trailer\n<<" + END);
        }
      }
    }
  }

  private void fill(OutputStream out, long bytes) throws IOException {
    byte[] some = value.repeat(AT_ONCE).getBytes(ISO_8859_1);
    for (long written = 0; written < bytes; written += some.length) {
      out.write(some);
    }
  }

  private static void crossReferences(OutputStream out) throws IOException {
    String head = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n" + PAGES;
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(table)) {
      byte[] entries = new byte[ENTRIES];
      Arrays.fill(entries, (byte) 9);
      deflater.write(entries);
    }
    print(out, head + "4 0 obj\n<</Type/XRef/Size " + ENTRIES + "/W[0 1 0]/Root 1 0 R");
    print(out, "/Filter/FlateDecode/Length " + table.size() + ">>stream\n");
    table.writeTo(out);
    print(out, "\nendstream\nendobj\nstartxref\n" + head.length() + "\n%%EOF\n");
  }

  private static void print(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(ISO_8859_1));
  }

  /** Checks the named kinds in this process, as the function does. Prints the results. */
  public static void main(String[] names) throws IOException {
    for (String name : names) {
      AHostilePdf one = valueOf(name);
      Path file = Files.createTempFile("hostile", ".pdf");
      try {
        one.write(file, BYTES);
        System.out.println(one + " " + PdfCheck.check(file, Files.size(file)));
      } finally {
        Files.delete(file);
      }
    }
  }
}
