package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;
import org.permitportal.evidence.Evidence;

/** After all journeys: what they have seen of the contract. */
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
