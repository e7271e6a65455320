package org.permitportal.files;

/**
 * The reasons to refuse an uploaded file. The message key names the text that the uploader sees.
 * The "values" of a reason are inserted into this text.
 */
public enum RefusalReason {
  EMPTY("file.refused.empty"),
  /**
   * Values: {@code bytes} (the declared length, or the number of bytes read, at most the limit plus
   * one), {@code maxBytes}.
   */
  TOO_LARGE("file.refused.tooLarge"),
  /** Values: {@code declaredBytes}, {@code bytes}. */
  LENGTH_DIFFERS("file.refused.lengthDiffers"),
  /** Values: {@code allowed}, the names of the allowed {@link FileType}s. */
  TYPE_NOT_ALLOWED("file.refused.typeNotAllowed"),
  /** Values: {@code declared} and, when the content has a {@link FileType}, {@code found}. */
  TYPE_DIFFERS("file.refused.typeDiffers"),
  ENCRYPTED_PDF("file.refused.encryptedPdf"),
  PDF_PORTFOLIO("file.refused.pdfPortfolio"),
  DAMAGED_PDF("file.refused.damagedPdf"),
  /** Values: {@code maxPages}. */
  TOO_MANY_PAGES("file.refused.tooManyPages"),
  DAMAGED_IMAGE("file.refused.damagedImage"),
  /** Values: {@code width}, {@code height}, {@code maxPixels}. */
  TOO_MANY_PIXELS("file.refused.tooManyPixels"),
  /** The check itself failed several times, because of the file or because of the portal. */
  UNCHECKED("file.refused.unchecked");

  private final String messageKey;

  RefusalReason(String messageKey) {
    this.messageKey = messageKey;
  }

  public String messageKey() {
    return messageKey;
  }
}
