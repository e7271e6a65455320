package org.permitportal.registrations;

import java.util.List;

/** The wizard's steps, in order. No other class knows the order. */
public enum WizardStep {
  /**
   * Step 1: account type, name, license, e-mail address, phone, password, question, attachments.
   */
  COMPANY,
  /** Step 2: the contact person. */
  CONTACT,
  /** Step 3: reading everything and proving the e-mail address. */
  CONFIRM;

  /**
   * Returns the step to do next: the first step with a missing field, or else the last step.
   *
   * @param missing the missing fields, in any order
   */
  static WizardStep next(List<Missing> missing) {
    for (WizardStep step : values()) {
      if (missing.stream().anyMatch(m -> m.step() == step)) {
        return step;
      }
    }
    return CONFIRM;
  }

  /** Returns whether this step may be done while {@code open} is the next step. */
  boolean mayPrecede(WizardStep open) {
    return compareTo(open) <= 0;
  }
}
