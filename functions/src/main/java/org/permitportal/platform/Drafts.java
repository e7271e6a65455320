package org.permitportal.platform;

/** The drafts of registrations, as the pipeline uses them. */
public interface Drafts {
  /**
   * Checks a draft's token.
   *
   * @throws Problem 404 when there is no such draft or the token is not its own, 410 when the draft
   *     has expired or ended
   */
  void check(String draftId, String token);
}
