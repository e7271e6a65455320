package org.permitportal.platform;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the city speaks; the first is the one for everybody else. */
@Singleton
public class Languages {
  private final List<String> spoken;

  public Languages(City city) {
    this.spoken = city.languages();
  }

  /**
   * The best of them for an {@code Accept-Language} header (RFC 9110 12.5.4, looked up by RFC
   * 4647).
   */
  public String best(@Nullable String accepted) {
    if (accepted != null && accepted.length() <= 500) {
      try {
        String best = Locale.lookupTag(Locale.LanguageRange.parse(accepted), spoken);
        if (best != null) {
          return best;
        }
      } catch (IllegalArgumentException _) {
        // Not a language range: the first of the city's languages is the answer, as for no header.
      }
    }
    return spoken.getFirst();
  }
}
