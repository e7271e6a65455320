package org.permitportal.files;

/** Why an uploaded file was refused. The key names the message shown to the uploader. */
public enum RefusalReason {
  EMPTY("file.refused.empty"),
  /** Values: {@code bytes} (as declared, or read up to one past the limit), {@code maxBytes}. */
  TOO_LARGE("file.refused.tooLarge"),
  /** Values: {@code declaredBytes}, {@code bytes}. */
  LENGTH_DIFFERS("file.refused.lengthDiffers"),
  /** Values: {@code allowed}, the names of the allowed {@link FileType}s. */
  TYPE_NOT_ALLOWED("file.refused.typeNotAllowed"),
  /** Values: {@code declared} and, when the content is one of our types, {@code found}. */
  TYPE_DIFFERS("file.refused.typeDiffers"),
  ENCRYPTED_PDF("file.refused.encryptedPdf"),
  PDF_PORTFOLIO("file.refused.pdfPortfolio"),
  DAMAGED_PDF("file.refused.damagedPdf"),
  /** Values: {@code maxPages}. */
  TOO_MANY_PAGES("file.refused.tooManyPages"),
  DAMAGED_IMAGE("file.refused.damagedImage"),
  /** Values: {@code width}, {@code height}, {@code maxPixels}. */
  TOO_MANY_PIXELS("file.refused.tooManyPixels"),
  /** The check itself failed again and again; the fault may be the file's or ours. */
  UNCHECKED("file.refused.unchecked");

  private final String messageKey;

  RefusalReason(String messageKey) {
    this.messageKey = messageKey;
  }

  public String messageKey() {
    return messageKey;
  }
}
