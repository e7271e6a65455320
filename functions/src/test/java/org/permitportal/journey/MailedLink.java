package org.permitportal.journey;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a link: the link in the newest mail to an address that has one. */
public final class MailedLink {
  private MailedLink() {}

  /** Returns the code of the link. The code is in the fragment of the page's address. */
  public static String code(String address, String page) {
    Pattern link =
        Pattern.compile(
            Pattern.quote(ThePortal.stack().url() + "/" + page) + "#code=([A-Za-z0-9_-]{43})");
    return Eventually.get(
        "a link to " + page + " mailed to " + address,
        () ->
            ThePortal.stack().mailbox().mailsTo(address).stream()
                .map(mail -> link.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst());
  }
}
