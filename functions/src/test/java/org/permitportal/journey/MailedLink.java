package org.permitportal.journey;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The link in the newest mail to an address. */
public final class MailedLink {
  private MailedLink() {}

  /** Its code, which stands in the fragment of this page's address. */
  public static String code(String address, String page) {
    Matcher link =
        Pattern.compile(
                Pattern.quote(ThePortal.stack().url() + "/" + page) + "#code=([A-Za-z0-9_-]{43})")
            .matcher(ThePortal.mailTo(address).text());
    if (!link.find()) {
      throw new AssertionError("No link to " + page + " in the newest mail to " + address);
    }
    return link.group(1);
  }
}
