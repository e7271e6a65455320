package org.permitportal.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The label that people see for a file. It is never part of an object key or a path.
 *
 * @param label 1 to 60 code points without path parts and without control, direction or invisible
 *     characters
 */
public record FileName(String label) {
  /** The longest label, which fits on a line of a list. */
  public static final int MAX_LENGTH = 60;

  /** The label when nothing of a name is left. */
  static final String NAMELESS = "document";

  private static final int LONGEST_EXTENSION = 10;

  /** Direction marks, zero-width and unassigned characters, lone surrogates, controls. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}]");

  private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t\\r\\n]+");

  /** Characters that some operating systems don't allow in file names. */
  private static final Pattern UNSAFE = Pattern.compile("[<>:\"|?*]");

  private static final Pattern OUTER = Pattern.compile("^[. ]+|[. ]+$");

  public FileName {
    if (!label.equals(cleaned(label))) {
      throw new IllegalArgumentException("Not a clean file name");
    }
  }

  /**
   * Returns the label for a name that a client sent; {@code document} if nothing of the name is
   * left.
   */
  public static FileName of(String sent) {
    return new FileName(cleaned(sent));
  }

  /**
   * Returns this name with an ending that fits its content: {@code plan.exe} that is a PDF becomes
   * {@code plan.exe.pdf}.
   */
  public FileName endingAs(FileType type) {
    String lower = label.toLowerCase(Locale.ROOT);
    for (String extension : type.extensions()) {
      if (lower.endsWith("." + extension)) {
        return this;
      }
    }
    String ending = "." + type.extensions().getFirst();
    return of(shortened(label, MAX_LENGTH - ending.length()) + ending);
  }

  private static String cleaned(String sent) {
    String name = Normalizer.normalize(sent, Normalizer.Form.NFC);
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = SPACES.matcher(name).replaceAll(" ");
    // Normalize again, because marks that stood apart may now stand together.
    name = Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Normalizer.Form.NFC);
    name = UNSAFE.matcher(name).replaceAll("_");
    name = OUTER.matcher(name).replaceAll("");
    name = shortened(name, MAX_LENGTH);
    return name.isEmpty() ? NAMELESS : name;
  }

  /** Cuts the stem and keeps the ending. */
  private static String shortened(String name, int most) {
    if (name.codePointCount(0, name.length()) <= most) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean ends = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
    String ending = ends ? name.substring(dot) : "";
    int stem = most - ending.codePointCount(0, ending.length());
    String kept = name.substring(0, name.offsetByCodePoints(0, stem));
    return OUTER.matcher(kept).replaceAll("") + ending;
  }
}
