package org.permitportal.platform;

/** What free text of one line may hold. */
public final class Text {
  /** No control characters, no invisible ones, none that turn the text's direction. */
  public static final String LINE =
      "[^\\u0000-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B-\\u200F"
          + "\\u2028-\\u202E\\u2060-\\u206F\\uFEFF\\uFFF9-\\uFFFB]*";

  /** The same, and something to see. */
  public static final String FILLED = "(?=.*\\S)" + LINE;

  /** Anything but control characters, as people paste it. */
  public static final String PRINTABLE = "[^\\u0000-\\u001F\\u007F-\\u009F]*";

  private Text() {}
}
