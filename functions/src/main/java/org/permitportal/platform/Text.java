package org.permitportal.platform;

/** Patterns for text that people enter. */
public final class Text {
  /**
   * One line of text. It has no control characters, no invisible characters and no characters that
   * change the text's direction.
   */
  public static final String LINE =
      "[^\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B-\\u200F"
          + "\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]*";

  /** The same as {@link #LINE}, with at least one visible character. */
  public static final String FILLED = "(?=.*\\S)" + LINE;

  /** Any characters except control characters. */
  public static final String PRINTABLE = "[^\\u0000-\\u001F\\u007F-\\u009F]*";

  private Text() {}
}
