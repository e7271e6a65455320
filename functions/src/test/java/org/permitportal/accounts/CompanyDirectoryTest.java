package org.permitportal.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.accounts.CompanyDirectory.Listed;
import org.permitportal.localstack.Backend;
import org.permitportal.platform.Page;
import org.permitportal.platform.TheCity;
import org.permitportal.platform.Transaction;

/** Tests that the list of companies is sorted and can be searched by words of the names. */
@ParameterizedClass
@EnumSource(Backend.class)
class CompanyDirectoryTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private CompanyDirectory directory;
  private static final List<String> NAMES =
      IntStream.range(0, 110).mapToObj("Zz %03d Pipeworks & Foundry LLC"::formatted).toList();

  @BeforeEach
  void open() {
    beans = backend.beans("ConfirmRegistrationFunction");
    directory = beans.getBean(CompanyDirectory.class);
    list();
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  /**
   * Lists the companies of this test. Their names begin with Z, so they come after the companies of
   * other tests. A repeated call changes nothing.
   */
  private void list() {
    for (int from = 0; from < NAMES.size(); from += 11) {
      Transaction some = new Transaction();
      NAMES
          .subList(from, from + 11)
          .forEach(name -> some.with(directory.listing(key(name), handle(name))));
      assertThat(some.run()).isEmpty();
    }
  }

  @Test
  void twoLettersListThoseThatBeginSoFiftyAPageInOrder() {
    assertThat(pages("zz")).extracting(List::size).containsExactly(50, 50, 10);
    assertThat(found("ZZ")).isEqualTo(NAMES);
    assertThat(found("zq")).isEmpty();
  }

  @Test
  void threeLettersFindTheWordsThatBeginSoPageByPage() {
    assertThat(pages("pipeworks")).extracting(List::size).containsExactly(100, 10);
    assertThat(found("Pipewo")).isEqualTo(NAMES);
    assertThat(found("pipework foundation")).isEmpty();
  }

  @Test
  void wordsAreFoundInAnyOrderAndHoweverWritten() {
    assertThat(found("FÓUND 04 pipe")).isEqualTo(NAMES.subList(40, 50));
    assertThat(found("zz042pipe")).containsExactly(NAMES.get(42));
    assertThat(found("042")).containsExactly(NAMES.get(42));
    assertThat(directory.search("042 zz", null).items())
        .containsExactly(new Listed(NAMES.get(42), handle(NAMES.get(42))));
    assertThat(found("!?")).isEmpty();
  }

  private List<String> found(String typed) {
    return pages(typed).stream().flatMap(List::stream).toList();
  }

  private List<List<String>> pages(String typed) {
    List<List<String>> pages = new ArrayList<>();
    String cursor = null;
    do {
      Page<Listed> page = directory.search(typed, cursor);
      pages.add(page.items().stream().map(Listed::name).toList());
      cursor = page.next();
    } while (cursor != null);
    return pages;
  }

  private static NameKey key(String name) {
    return NameKey.of("name", name, TheCity.CITY.accounts().legalForms());
  }

  private static String handle(String name) {
    return "handle-" + key(name).key();
  }
}
