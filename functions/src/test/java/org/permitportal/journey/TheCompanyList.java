package org.permitportal.journey;

import java.util.ArrayList;
import java.util.List;

/** Reads all pages of the list of companies. */
public final class TheCompanyList {
  private TheCompanyList() {}

  /** Returns all pages. The first page may be empty when many names begin with the same word. */
  public static List<ApiCall.Answer> pages(String typed) {
    List<ApiCall.Answer> pages = new ArrayList<>();
    ApiCall.Answer page = ApiCall.of("searchCompanies").query("q", typed).expect(200);
    pages.add(page);
    while (page.body().has("next")) {
      page =
          ApiCall.of("searchCompanies")
              .query("q", typed)
              .query("cursor", page.text("/next"))
              .expect(200);
      pages.add(page);
    }
    return pages;
  }
}
