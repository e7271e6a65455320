package org.permitportal.secrets;

import static org.permitportal.secrets.Channel.LOG;
import static org.permitportal.secrets.Channel.MAIL;
import static org.permitportal.secrets.Channel.PROBLEM;
import static org.permitportal.secrets.Channel.URL;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of values to protect, each with the channels in which its values must never appear. */
enum Kind {
  PASSWORD(LOG, URL, PROBLEM, MAIL),
  /** The answer to a secret question. */
  ANSWER(LOG, URL, PROBLEM, MAIL),
  /**
   * Access, refresh and draft tokens, and the tokens that connect the steps of a sign-in or
   * recovery.
   */
  TOKEN(LOG, URL, PROBLEM, MAIL),
  /** An authenticator app's secret and its recovery codes. */
  SECOND_FACTOR(LOG, URL, PROBLEM, MAIL),
  /** The code of a mailed link, which follows the # in the link. */
  LINK_CODE(LOG, URL, PROBLEM),
  /** A code of six digits. It may appear only in the mail that delivers it. */
  CODE(LOG, URL, PROBLEM, MAIL),
  /**
   * An e-mail address. Mails to other people may contain it only when they are about the address
   * itself.
   */
  EMAIL(LOG, URL, PROBLEM, MAIL),
  PHONE(LOG, URL, PROBLEM, MAIL),
  /** Numbers of licenses and policies. */
  NUMBER(LOG, URL, PROBLEM),
  /**
   * Names of people and texts that people write. Names of companies and places of permits are
   * public.
   */
  WORDS(LOG),
  HARMLESS;

  @SuppressWarnings("ImmutableEnumChecker") // Filled once, by the constructor.
  private final Set<Channel> forbidden = EnumSet.noneOf(Channel.class);

  Kind(Channel... forbidden) {
    this.forbidden.addAll(Set.of(forbidden));
  }

  boolean forbidden(Channel channel) {
    return forbidden.contains(channel);
  }
}
