package org.permitportal.cost;

import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.permitportal.accounts.CompanyDirectory;
import org.permitportal.accounts.NameKey;
import org.permitportal.journey.ApiCall;
import org.permitportal.journey.AwsCalls;
import org.permitportal.journey.TheBeans;
import org.permitportal.journey.ThePortal;
import org.permitportal.local.lambda.LambdaCall;
import org.permitportal.platform.City;
import org.permitportal.platform.Ids;
import org.permitportal.platform.Transaction;
import org.permitportal.platform.Write;

/**
 * Measures searches in a list of 100,000 companies while people type: pages, read units and time.
 * Loading the companies takes minutes, so no build runs this.
 */
class TypeAheadBench {
  private static final int NAMES = Integer.getInteger("bench.names", 100_000);
  private static final int TIMES = 21;
  private static final int MOST_WRITES = 100;
  private static final List<String> TRADES =
      List.of(
          "Roofing",
          "Construction",
          "Electric",
          "Plumbing",
          "Builders",
          "Heating and Cooling",
          "Homes",
          "Contracting",
          "Remodeling",
          "Concrete",
          "Painting",
          "Excavating",
          "Fence",
          "Landscaping",
          "Mechanical",
          "Masonry",
          "Drywall",
          "Windows and Doors",
          "Solar",
          "Signs");
  private static final List<String> BEGINNINGS =
      List.of(
          "Al", "Ba", "Bren", "Ca", "Con", "Da", "El", "Fa", "Gar", "Ha", "Ji", "Ka", "La", "Man",
          "Mo", "Nor", "Ol", "Pe", "Ra", "Ro", "Sa", "Sten", "Ta", "Val", "Wil", "Ya");
  private static final List<String> MIDDLES =
      List.of("ber", "da", "de", "go", "la", "li", "ma", "mi", "na", "ner", "ra", "ri", "ta", "ve");
  private static final List<String> ENDS =
      List.of(
          "dez", "ero", "ez", "ford", "ic", "ings", "ko", "ley", "man", "ra", "sen", "son", "ton",
          "ville", "ward", "wood");

  private final ApplicationContext context = TheBeans.of("SearchCompaniesFunction");
  private final CompanyDirectory directory = context.getBean(CompanyDirectory.class);
  private final List<String> forms = context.getBean(City.class).accounts().legalForms();

  @Test
  void whatTypingCosts() {
    long start = System.nanoTime();
    List<String> names = names();
    load(names);
    System.out.printf("%,d names listed in %d s%n", NAMES, seconds(start));
    List<LambdaCall> calls = new CopyOnWriteArrayList<>();
    ThePortal.stack().onLambdaCall(calls::add);
    System.out.printf("%-24s%7s%7s%10s%10s%n", "typed", "calls", "units", "median ms", "companies");
    for (String typed :
        List.of(
            "",
            "r",
            "ri",
            "con",
            "cons",
            "constr",
            "construction",
            "sten",
            "stendason",
            "roofing st",
            names.get(NAMES / 2),
            "zzz")) {
      calls.clear();
      int[] found = {0};
      AwsCalls.takenFrom("SearchCompaniesFunction");
      for (int i = 0; i < TIMES; i++) {
        found[0] =
            ApiCall.of("searchCompanies").query("q", typed).expect(200).body().path("items").size();
      }
      AwsCalls.Use use = AwsCalls.takenFrom("SearchCompaniesFunction");
      long median =
          calls.stream().map(LambdaCall::took).sorted().toList().get(TIMES / 2).toMillis();
      System.out.printf(
          Locale.ROOT,
          "%-24s%7d%7.1f%10d%10d%n",
          "«" + typed + "»",
          use.calls().size() / TIMES,
          use.readUnits() / TIMES,
          median,
          found[0]);
    }
    wholeNames(names);
  }

  /** Counts the pages that a person must read to find a company after typing its whole name. */
  private void wholeNames(List<String> names) {
    List<Integer> pages = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      pages.add(pagesUntilShown(names.get(i * (NAMES / 200))));
    }
    pages.sort(null);
    System.out.printf(
        "whole names: shown on page %d (median), %d (95 %%), %d (last)%n",
        pages.get(100), pages.get(190), pages.getLast());
  }

  private int pagesUntilShown(String name) {
    String cursor = null;
    for (int page = 1; ; page++) {
      var found = directory.search(name, cursor);
      cursor = found.next();
      if (found.items().stream().anyMatch(one -> one.name().equals(name)) || cursor == null) {
        return page;
      }
    }
  }

  private static List<String> names() {
    Random random = new Random(1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      String name = word(random) + " ";
      if (random.nextInt(3) == 0) {
        name += random.nextBoolean() ? "Brothers " : "and " + word(random) + " ";
      }
      name += TRADES.get(random.nextInt(TRADES.size()));
      names.add(random.nextInt(3) == 0 ? name + " LLC" : name);
    }
    return names;
  }

  private static String word(Random random) {
    return one(BEGINNINGS, random) + one(MIDDLES, random) + one(ENDS, random);
  }

  private static String one(List<String> parts, Random random) {
    return parts.get(random.nextInt(parts.size()));
  }

  private void load(List<String> names) {
    Ids ids = new Ids(ThePortal.clock());
    Transaction open = new Transaction();
    int writes = 0;
    for (String name : names) {
      List<Write> rows = directory.listing(NameKey.of("name", name, forms), ids.ulid());
      if (writes + rows.size() > MOST_WRITES) {
        open.run();
        open = new Transaction();
        writes = 0;
      }
      open.with(rows);
      writes += rows.size();
    }
    open.run();
  }

  private static long seconds(long start) {
    return (System.nanoTime() - start) / 1_000_000_000;
  }
}
