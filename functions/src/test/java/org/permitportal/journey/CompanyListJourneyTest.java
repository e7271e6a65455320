package org.permitportal.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.NameKey;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Transaction;

/**
 * Tests the list "User Name": it gets shorter while a person types, and it tolerates misspellings.
 */
class CompanyListJourneyTest {
  private static final Ids IDS = new Ids(ThePortal.clock());
  private static final List<String> FORMS = ThePool.bean(City.class).accounts().legalForms();

  @BeforeAll
  static void listed() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "Peñaloza & Sons Roofing, LLC",
                "Roofing by Quimby",
                "Quimby Quimbly Electric",
                "A.C.M.E. Zephyr L.L.C.",
                "O'Zephyr Brothers",
                "Xq Glass"));
    for (int i = 0; i < 120; i++) {
      names.add("Mammoth Works " + (100 + i));
    }
    CompanyDirectory directory = ThePool.bean(CompanyDirectory.class);
    names.forEach(
        name ->
            assertThat(
                    new Transaction()
                        .with(directory.listing(NameKey.of("name", name, FORMS), IDS.ulid()))
                        .run())
                .isEmpty());
  }

  @Test
  void theListOpensBeforeAnythingIsTypedAndGoesOnPageByPage() {
    List<String> all = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      ApiCall call = ApiCall.of("searchCompanies");
      ApiCall.Answer page = (cursor == null ? call : call.query("cursor", cursor)).expect(200);
      assertThat(page.body().path("shown").asBoolean()).isTrue();
      assertThat(page.body().path("items").size()).isLessThanOrEqualTo(50);
      all.addAll(names(page));
      cursor = page.body().path("next").asText(null);
      pages++;
    } while (cursor != null);
    assertThat(pages).isGreaterThan(2);
    assertThat(all).contains("Xq Glass", "Mammoth Works 100", "Mammoth Works 219");
    List<String> keys = all.stream().map(name -> NameKey.of("name", name, FORMS).key()).toList();
    assertThat(keys).isSorted();
  }

  @Test
  void oneOrTwoLettersFindWhatBeginsSo() {
    assertThat(found("x")).contains("Xq Glass").allMatch(name -> name.startsWith("X"));
    assertThat(found("XQ")).containsExactly("Xq Glass");
    assertThat(found("?!")).isEmpty();
  }

  @Test
  void fromThreeLettersOnEveryWordCountsInAnyOrderWithoutAccentsAndPunctuation() {
    for (String typed :
        List.of(
            "penaloza",
            "PEÑALOZA",
            "pen\u0303aloza",
            "roofing pena",
            "sons & peñaloza",
            "peñaloza, and sons",
            "penalozaandsons",
            "penaloza roofing llc",
            "penal s ro")) {
      assertThat(found(typed)).as(typed).containsExactly("Peñaloza & Sons Roofing, LLC");
    }
    assertThat(found("roofing quim")).containsExactly("Roofing by Quimby");
    assertThat(found("acme")).containsExactly("A.C.M.E. Zephyr L.L.C.");
    assertThat(found("ozephyr")).containsExactly("O'Zephyr Brothers");
    assertThat(found("penaloza zephyr")).isEmpty();
  }

  @Test
  void aNameWithTwoWordsThatBeginSoIsFoundOnce() {
    assertThat(found("quimb")).containsExactly("Quimby Quimbly Electric", "Roofing by Quimby");
  }

  @Test
  void longResultsGoOnWithACursorAndNothingComesTwice() {
    assertThat(found("mammoth")).hasSize(120).doesNotHaveDuplicates().isSorted();
  }

  @Test
  void anAccountIsOnTheListAndItsHandleIsNeitherUserNorNumber() {
    AnAccount account = AnAccount.confirmed();
    JsonNode item =
        TheCompanyList.pages(account.name()).stream()
            .map(page -> page.body().at("/items/0"))
            .filter(JsonNode::isObject)
            .findFirst()
            .orElseThrow();
    assertThat(item.path("name").asText()).isEqualTo(account.name());
    assertThat(item.path("handle").asText()).isEqualTo(account.handle());
    assertThat(item.size()).isEqualTo(2);
    String user = account.signedIn().claims().path("username").asText();
    assertThat(account.handle()).isNotEqualTo(user).isNotEqualTo(account.number());
  }

  @Test
  void whatIsNoCursorOrTooLongIsRefused() {
    assertThat(ApiCall.of("searchCompanies").query("cursor", "x!").expect(400).errors())
        .containsExactly("cursor INVALID");
    assertThat(ApiCall.of("searchCompanies").query("cursor", "").expect(400).errors())
        .containsExactly("cursor INVALID");
    assertThat(ApiCall.of("searchCompanies").query("q", "a".repeat(101)).expect(400).errors())
        .containsExactly("q OUT_OF_RANGE");
  }

  /** Returns all names that a person sees after scrolling to the end of the list. */
  private static List<String> found(String typed) {
    return TheCompanyList.pages(typed).stream().flatMap(page -> names(page).stream()).toList();
  }

  private static List<String> names(ApiCall.Answer answer) {
    return answer.body().path("items").findValuesAsText("name");
  }
}
