package org.permitportal.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The label that people see for a file. It is never part of an object key or a path.
 *
 * @param label 1 to 60 code points; no parts of a path; no control characters, direction marks or
 *     invisible characters
 */
public record FileName(String label) {
  /** The most code points of a label, so that it fits on a line of a list. */
  public static final int MAX_LENGTH = 60;

  /** The label for a name of which no character remains after cleaning. */
  static final String NAMELESS = "document";

  private static final int LONGEST_EXTENSION = 10;

  /**
   * Control characters, direction marks, zero-width, private-use and unassigned characters, and
   * single surrogates.
   */
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
   * Returns the label for a name that a client sent. It is {@code document} when no character of
   * the name remains after cleaning.
   */
  public static FileName of(String sent) {
    return new FileName(cleaned(sent));
  }

  /**
   * Returns this name with an ending of the given type. For a PDF, {@code plan.exe} becomes {@code
   * plan.exe.pdf}.
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
    // Normalize again: without the invisible characters, a letter and an accent may now be
    // neighbors.
    name = Normalizer.normalize(INVISIBLE.matcher(name).replaceAll(""), Normalizer.Form.NFC);
    name = UNSAFE.matcher(name).replaceAll("_");
    name = OUTER.matcher(name).replaceAll("");
    name = shortened(name, MAX_LENGTH);
    return name.isEmpty() ? NAMELESS : name;
  }

  /** Shortens a name to at most {@code most} code points. Keeps the ending, such as ".pdf". */
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
