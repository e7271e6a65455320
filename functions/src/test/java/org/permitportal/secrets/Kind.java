package org.permitportal.secrets;

import static org.permitportal.secrets.Channel.LOG;
import static org.permitportal.secrets.Channel.MAIL;
import static org.permitportal.secrets.Channel.PROBLEM;
import static org.permitportal.secrets.Channel.URL;

import java.util.EnumSet;
import java.util.Set;

/** What must be kept to itself, and where it may never be found. */
enum Kind {
  PASSWORD(LOG, URL, PROBLEM, MAIL),
  /** To a secret question. */
  ANSWER(LOG, URL, PROBLEM, MAIL),
  /** Access, refresh and draft tokens, and what steps of a sign-in or recovery hand on. */
  TOKEN(LOG, URL, PROBLEM, MAIL),
  /** An authenticator app's secret and its recovery codes. */
  SECOND_FACTOR(LOG, URL, PROBLEM, MAIL),
  /** Of a mailed link, which holds it behind the #. */
  LINK_CODE(LOG, URL, PROBLEM),
  /** Six digits. In mails only to whom they were mailed, in the mail that brings them. */
  CODE(LOG, URL, PROBLEM, MAIL),
  /** In mails to others only where the mail is about the address itself. */
  EMAIL(LOG, URL, PROBLEM, MAIL),
  PHONE(LOG, URL, PROBLEM, MAIL),
  /** Numbers of licenses and policies. */
  NUMBER(LOG, URL, PROBLEM),
  /** Names and what people write; names of companies and permits' places are public. */
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
