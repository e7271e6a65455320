package org.permitportal.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.NameKey;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Transaction;

/**
 * Tests that each letter typed into the list of companies costs one page, independent of the number
 * of names. {@link TypeAheadBench} shows the same with 100,000 names.
 */
class TypeAheadCostTest {
  private static final String FUNCTION = "SearchCompaniesFunction";
  private static final int WRITES = 20;

  @Test
  void aPageCostsTheSameHoweverManyNamesThereAre() {
    try (ApplicationContext context = TheBeans.of(FUNCTION)) {
      list(context, 0, 120);
      AwsCalls.Use some = typed("quoinworks", 100);
      list(context, 120, 360);
      AwsCalls.Use more = typed("quoinworks", 100);
      assertThat(some.calls()).containsExactly("DynamoDb Query");
      assertThat(some.readUnits()).isEqualTo(3.0);
      assertThat(more).isEqualTo(some);
      assertThat(typed("qy", 50).readUnits()).isEqualTo(2.0);
      assertThat(typed("qyqyqy", 0).readUnits()).isEqualTo(0.0);
    }
  }

  private static AwsCalls.Use typed(String what, int found) {
    AwsCalls.takenFrom(FUNCTION);
    assertThat(
            ApiCall.of("searchCompanies").query("q", what).expect(200).body().path("items").size())
        .isEqualTo(found);
    return AwsCalls.takenFrom(FUNCTION);
  }

  private static void list(ApplicationContext context, int from, int to) {
    CompanyDirectory directory = context.getBean(CompanyDirectory.class);
    List<String> forms = context.getBean(City.class).accounts().legalForms();
    Ids ids = new Ids(ThePortal.clock());
    for (int at = from; at < to; at += WRITES) {
      Transaction some = new Transaction();
      for (int each = at; each < at + WRITES; each++) {
        String name = "Qy%04d Quoinworks LLC".formatted(each);
        some.with(directory.listing(NameKey.of("name", name, forms), ids.ulid()));
      }
      assertThat(some.run()).isEmpty();
    }
  }
}
