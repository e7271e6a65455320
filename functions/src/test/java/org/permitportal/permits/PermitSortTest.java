package org.permitportal.permits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.permitportal.documents.ItsDocuments;
import org.permitportal.files.TestFiles;
import org.permitportal.journey.AnAccount;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.TheBeans;
import org.permitportal.platform.Item;
import org.permitportal.platform.Tables;

/**
 * Tests that every kind of item in a permit's partition is listed, and that the kinds that the
 * permit's page reads are listed.
 */
class PermitSortTest {
  @Test
  void theQueryOfThePageReadsWhatIsListedForItAndNothingElse() {
    for (PermitSort kind : PermitSort.values()) {
      // Make the lowest and the highest key of the kind.
      boolean many = kind.start().endsWith("#");
      for (String key : many ? Set.of(kind.start(), kind.start() + "~") : Set.of(kind.start())) {
        boolean read = key.compareTo(PermitSort.FIRST) >= 0 && key.compareTo(PermitSort.LAST) <= 0;
        assertThat(read).as(key).isEqualTo(kind.onPage());
      }
    }
  }

  @Test
  void kindsAreListedInTheirOrderAndNoneIsPartOfAnother() {
    assertThat(Stream.of(PermitSort.values()).map(PermitSort::start)).isSorted();
    for (PermitSort kind : PermitSort.values()) {
      assertThat(EnumSet.allOf(PermitSort.class).stream().filter(k -> k.has(kind.start())))
          .containsExactly(kind);
    }
  }

  /** Tests a permit that has every item that the portal can store for a permit. */
  @Test
  void everyItemOfAPermitIsOfAListedKind() {
    String permit = APermit.row().imported();
    AnAccount ana = AnAccount.confirmed();
    APermit.link(permit, ana);
    String token = ana.signedIn().accessToken();
    new ItsDocuments(permit, token).sent(TestFiles.PHOTO_JPEG);
    ApiCall.of("requestLink")
        .bearer(token)
        .path("permitId", permit)
        .json("role", "contractor-of-record", "reason", "We have been hired.")
        .expect(201);
    try (ApplicationContext beans = TheBeans.of("ImportPermitsFunction")) {
      Set<PermitSort> found = EnumSet.noneOf(PermitSort.class);
      for (Item item :
          beans.getBean(Tables.class).named("permits").query(PermitFacts.key(permit)).all()) {
        found.add(
            Stream.of(PermitSort.values())
                .filter(kind -> kind.has(item.sk()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not listed: " + item.sk())));
      }
      assertThat(found).containsExactlyInAnyOrder(PermitSort.values());
    }
  }
}
