package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The city's languages. The first one is the default. */
@Singleton
public class Languages {
  private final List<String> spoken;

  public Languages(City city) {
    this.spoken = city.languages();
  }

  /**
   * Chooses the language for an answer.
   *
   * @param accepted the {@code Accept-Language} header (RFC 9110 12.5.4), or null
   * @return the city's language that the header prefers (RFC 4647 lookup); the default language
   *     when the header names none of them
   */
  public String best(@Nullable String accepted) {
    if (accepted != null && accepted.length() <= 500) {
      try {
        String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), spoken);
        if (best != null) {
          return best;
        }
      } catch (IllegalArgumentException _) {
        // The header is not a language range, so it counts as absent.
      }
    }
    return spoken.getFirst();
  }
}
