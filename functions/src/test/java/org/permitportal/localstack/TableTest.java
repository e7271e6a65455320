package org.permitportal.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.platform.Item;
import org.permitportal.platform.Page;
import org.permitportal.platform.Problem;
import org.permitportal.platform.Table;
import org.permitportal.platform.Tables;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/** Tests conditions, transactions, pages and cursors, which every store uses. */
@ParameterizedClass
@EnumSource(Backend.class)
class TableTest {
  @Parameter Backend backend;
  private ApplicationContext beans;
  private Table table;
  private final String pk = "TEST#" + UUID.randomUUID();

  @BeforeEach
  void open() {
    beans = backend.beans("ConfirmRegistrationFunction");
    table = beans.getBean(Tables.class).named("accounts");
  }

  @AfterEach
  void close() {
    if (beans != null) {
      beans.close();
    }
  }

  @Test
  void anItemComesBackAsItWasWritten() {
    Instant at = Instant.parse("2026-01-15T17:03:00Z");
    Item item =
        Item.of(pk, "A")
            .with("text", "Ñandú & Söhne")
            .with("number", 9_007_199_254_740_993L)
            .with("flag", true)
            .with("at", at)
            .with("absent", null)
            .with("texts", List.of("b", "a"))
            .with("nested", Item.nested().with("inner", "x"))
            .with("map", Map.of("k", "v"));
    assertThat(Table.run(table.put(item))).isTrue();

    Item found = table.get(pk, "A").orElseThrow();
    assertThat(found.text("text")).isEqualTo("Ñandú & Söhne");
    assertThat(found.number("number")).isEqualTo(9_007_199_254_740_993L);
    assertThat(found.flag("flag")).isTrue();
    assertThat(found.instant("at")).isEqualTo(at);
    assertThat(found.text("at")).isEqualTo("2026-01-15T17:03:00.000Z");
    assertThat(found.optionalText("absent")).isNull();
    assertThat(found.texts("texts")).containsExactly("b", "a");
    assertThat(found.nested("nested").text("inner")).isEqualTo("x");
    assertThat(found.textMap("map")).isEqualTo(Map.of("k", "v"));
    assertThat(table.get(pk, "B")).isEmpty();
  }

  @Test
  void aWriteWhoseConditionFailsChangesNothing() {
    assertThat(Table.run(table.put(Item.of(pk, "A").with("n", 1)).whenAbsent())).isTrue();
    assertThat(Table.run(table.put(Item.of(pk, "A").with("n", 2)).whenAbsent())).isFalse();
    assertThat(Table.run(table.update(pk, "A").set("n", 3).when("#n = :old", "old", 2))).isFalse();
    assertThat(Table.run(table.delete(pk, "A").when("#n > :least", "least", 1))).isFalse();
    assertThat(table.get(pk, "A").orElseThrow().number("n")).isEqualTo(1);
    assertThat(Table.run(table.update(pk, "B").set("n", 3).whenPresent())).isFalse();
    assertThat(table.get(pk, "B")).isEmpty();
  }

  @Test
  void anUpdateSetsAddsAndRemovesAtOnceAndTellsTheResult() {
    Table.run(table.put(Item.of(pk, "A").with("gone", "x").with("kept", "y").with("n", 40)));
    Item after =
        Table.runReturning(
                table
                    .update(pk, "A")
                    .set("new", "z")
                    .set("gone", null)
                    .setIfAbsent("kept", "other")
                    .add("n", 2)
                    .add("m", 1)
                    .when("#n = :n", "n", 40))
            .orElseThrow();
    assertThat(after.text("new")).isEqualTo("z");
    assertThat(after.text("kept")).isEqualTo("y");
    assertThat(after.optionalText("gone")).isNull();
    assertThat(after.number("n")).isEqualTo(42);
    assertThat(after.number("m")).isEqualTo(1);
  }

  @Test
  void aTransactionWritesAllOrNothingAndNamesTheWritesThatWereRefused() {
    Table.run(table.put(Item.of(pk, "taken").with("by", "a")));
    Write taken = table.put(Item.of(pk, "taken").with("by", "b")).whenAbsent();
    Write missing = table.check(pk, "missing").whenPresent();
    List<Write> refused =
        new Transaction()
            .with(table.put(Item.of(pk, "new")).whenAbsent())
            .with(List.of(taken))
            .with(table.delete(pk, "other"))
            .with(missing)
            .run();
    assertThat(refused).containsExactly(taken, missing);
    assertThat(table.get(pk, "new")).isEmpty();
    assertThat(table.get(pk, "taken").orElseThrow().text("by")).isEqualTo("a");

    List<Write> done =
        new Transaction()
            .with(table.put(Item.of(pk, "new")).whenAbsent())
            .with(table.check(pk, "taken").when("#by = :me", "me", "a"))
            .with(table.update(pk, "counted").add("n", 1))
            .with(table.delete(pk, "other"))
            .run();
    assertThat(done).isEmpty();
    assertThat(table.get(pk, "new")).isPresent();
    assertThat(table.get(pk, "counted").orElseThrow().number("n")).isEqualTo(1);
  }

  @Test
  void ofManyTransactionsForOneNameExactlyOneWins() throws Exception {
    int callers = 4;
    for (int round = 0; round < 20; round++) {
      String name = "NAME" + round;
      CyclicBarrier barrier = new CyclicBarrier(callers);
      List<Callable<Boolean>> tries = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        Item own = Item.of(pk, name + "#" + caller);
        tries.add(
            () -> {
              barrier.await();
              return new Transaction()
                  .with(table.put(own))
                  .with(table.put(Item.of(pk, name)).whenAbsent())
                  .run()
                  .isEmpty();
            });
      }
      assertThat(together(tries).stream().filter(won -> won)).as("winners of " + name).hasSize(1);
      assertThat(table.query(pk).startingWith(name + "#").all()).hasSize(1);
    }
  }

  private static List<Boolean> together(List<Callable<Boolean>> tries) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Boolean> results = new ArrayList<>();
      for (Future<Boolean> one : threads.invokeAll(tries)) {
        results.add(one.get());
      }
      return results;
    }
  }

  @Test
  void pagesShowEveryItemOnceInOrder() {
    List<String> keys = fill(pk, 25);
    assertThat(paged(table.query(pk), 10)).isEqualTo(keys);
    assertThat(paged(table.query(pk).descending(), 7)).isEqualTo(keys.reversed());
    assertThat(paged(table.query(pk).startingWith("S01"), 3)).isEqualTo(keys.subList(10, 20));
    assertThat(paged(table.query(pk).between("S003", "S008"), 4)).isEqualTo(keys.subList(3, 9));
    assertThat(table.query(pk).all().stream().map(Item::sk)).isEqualTo(keys);
    assertThat(table.query(pk + "none").page(10, null).items()).isEmpty();
  }

  private List<String> fill(String partition, int count) {
    List<String> keys = IntStream.range(0, count).mapToObj("S%03d"::formatted).toList();
    keys.forEach(key -> Table.run(table.put(Item.of(partition, key))));
    return keys;
  }

  private static List<String> paged(Table.Query query, int limit) {
    List<String> keys = new ArrayList<>();
    String cursor = null;
    do {
      Page<Item> page = query.page(limit, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(item -> keys.add(item.sk()));
      cursor = page.next();
    } while (cursor != null);
    return keys;
  }

  @Test
  void aCursorShowsNothingThatItsQueryWouldNot() {
    fill(pk, 5);
    fill(pk + "other", 5);
    String cursor = table.query(pk).page(2, null).next();
    assertThat(table.query(pk + "other").page(9, cursor).items())
        .as("the same place in the query's own partition")
        .allMatch(item -> item.pk().equals(pk + "other"))
        .hasSize(3);
    for (String made : List.of("", "x", "%%%", "AAAA", cursor + cursor, cursor.substring(3))) {
      assertThatThrownBy(() -> table.query(pk).page(2, made))
          .as(made)
          .isInstanceOfSatisfying(
              Problem.class,
              problem ->
                  assertThat(problem.details().errors())
                      .extracting(Problem.FieldError::field)
                      .containsExactly("cursor"));
    }
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    fill(pk, 30);
    String far = table.query(pk).page(29, null).next();
    assertThatThrownBy(() -> table.query(pk).startingWith("S00").page(2, far))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> table.query("byAccount", "memberOf", "sk", pk).page(2, far))
        .isInstanceOf(Problem.class);
  }

  @Test
  void anIndexHoldsTheItemsThatCarryItsKey() {
    Table.run(table.put(Item.of(pk + "1", "MEMBER").with("memberOf", pk)));
    Table.run(table.put(Item.of(pk + "2", "MEMBER").with("memberOf", pk)));
    Table.run(table.put(Item.of(pk + "3", "MEMBER")));
    assertThat(paged(table.query("byAccount", "memberOf", "sk", pk), 1)).hasSize(2);
  }

  @Test
  void aBatchGivesTheItemsThatExist() {
    List<String> keys = fill(pk, 60);
    List<Item> asked = new ArrayList<>(keys.stream().map(key -> Item.of(pk, key)).toList());
    asked.add(Item.of(pk, "none"));
    assertThat(table.getAll(asked).stream().map(Item::sk))
        .containsExactlyInAnyOrderElementsOf(keys);
  }
}
