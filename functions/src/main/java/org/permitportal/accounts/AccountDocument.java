package org.permitportal.accounts;

import java.time.Instant;
import org.permitportal.platform.Item;

/**
 * A file that belongs to an account, such as a business license.
 *
 * @param kind one of the city's kinds of attachments
 * @param name how its owner called it; a label
 * @param type its media type
 * @param key where its object lies, under the registration or the account
 */
public record AccountDocument(
    String fileId,
    String kind,
    String name,
    String type,
    long bytes,
    String sha256,
    String key,
    Instant addedAt) {
  static final String SORT = "DOCUMENT#";

  static AccountDocument from(Item item) {
    return new AccountDocument(
        item.text("fileId"),
        item.text("kind"),
        item.text("name"),
        item.text("type"),
        item.number("bytes"),
        item.text("sha256"),
        item.text("key"),
        item.instant("addedAt"));
  }

  Item item(String pk) {
    return Item.of(pk, SORT + fileId)
        .with("fileId", fileId)
        .with("kind", kind)
        .with("name", name)
        .with("type", type)
        .with("bytes", bytes)
        .with("sha256", sha256)
        .with("key", key)
        .with("addedAt", addedAt);
  }
}
