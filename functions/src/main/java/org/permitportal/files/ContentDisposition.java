package org.permitportal.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The header Content-Disposition, which states a download's file name (RFC 6266). It has a plain
 * ASCII name for old clients and the full name in UTF-8 (RFC 8187). The header's value has only
 * printable ASCII characters, so it is safe in a header and in a signed URL.
 */
final class ContentDisposition {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /**
   * The characters that "_" replaces in the plain name: all except printable ASCII; the quote,
   * backslash and percent sign, which browsers interpret differently; and characters that the
   * compatibility decomposition may add to a clean name, such as the slash of U+2100.
   */
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\x20-\\x7E]|[\"\\\\%/<>:|?*]");

  /** The characters of RFC 8187's {@code attr-char} that are neither letters nor digits. */
  private static final String UNESCAPED = "!#$&+-.^_`|~";

  private ContentDisposition() {}

  /** Returns the value that makes a browser save the file. */
  public static String attachment(FileName name) {
    return value("attachment", name);
  }

  /**
   * Returns the value that lets a browser show the file. Use it only for types that are safe to
   * show.
   */
  public static String inline(FileName name) {
    return value("inline", name);
  }

  private static String value(String kind, FileName name) {
    String decomposed = Normalizer.normalize(name.label(), Normalizer.Form.NFKD);
    String plain = ACCENTS.matcher(decomposed).replaceAll("");
    plain = NOT_PLAIN.matcher(plain).replaceAll("_");
    if (plain.isBlank()) {
      plain = FileName.NAMELESS;
    }
    return kind + "; filename=\"" + plain + "\"; filename*=UTF-8''" + escaped(name.label());
  }

  private static String escaped(String text) {
    var value = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (letterOrDigit || UNESCAPED.indexOf(c) >= 0) {
        value.append(c);
      } else {
        value.append(String.format("%%%02X", (int) c));
      }
    }
    return value.toString();
  }
}
