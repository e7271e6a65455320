package org.permitportal.registrations;

import java.util.List;

/** The wizard's steps, in their order. Nothing else knows it. */
public enum WizardStep {
  /** Step 1: type, name, license, e-mail, password, question, attachments. */
  COMPANY,
  /** Step 2: the person to reach. */
  CONTACT,
  /** Step 3: read it all, prove the e-mail address. */
  CONFIRM;

  /**
   * The step to do next: the first in which something is missing, else the last.
   *
   * @param missing what is missing, in no order
   */
  static WizardStep next(List<Missing> missing) {
    for (WizardStep step : values()) {
      if (missing.stream().anyMatch(m -> m.step() == step)) {
        return step;
      }
    }
    return CONFIRM;
  }

  /** Whether this step may be done although the other one is still open. */
  boolean mayPrecede(WizardStep open) {
    return compareTo(open) <= 0;
  }
}
