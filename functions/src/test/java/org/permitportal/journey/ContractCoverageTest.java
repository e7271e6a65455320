package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Contract;

/** Comes last: what the journeys have seen of the contract. */
@Order(Integer.MAX_VALUE)
class ContractCoverageTest {
  @Test
  void everyDocumentedAnswerOfEveryOperationHasOccurred() {
    System.out.println(
        ContractCoverage.seen()
            + " answers seen of "
            + Contract.operations().size()
            + " operations");
    assertThat(ContractCoverage.seen()).isPositive();
    assertThat(ContractCoverage.missing()).isEmpty();
  }
}
