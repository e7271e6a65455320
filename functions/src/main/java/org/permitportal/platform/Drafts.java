package org.permitportal.platform;

/** Checks the tokens of draft registrations for the pipeline. */
public interface Drafts {
  /**
   * Checks a draft's token.
   *
   * @throws Problem 404 when the draft does not exist or has another token; 410 when the draft has
   *     expired
   */
  void check(String draftId, String token);
}
