package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.evidence.Evidence;

/** Checks, after all journeys, that every answer in the contract has occurred in a journey. */
class ContractCoverageIT {
  @Test
  void everyDocumentedAnswerOfEveryOperationHasOccurred() {
    System.out.println(
        Evidence.ANSWERS.all().size()
            + " answers seen of "
            + Contract.operations().size()
            + " operations");
    assertThat(Evidence.ANSWERS.all()).isNotEmpty();
    assertThat(ContractCoverage.missing()).isEmpty();
  }
}
