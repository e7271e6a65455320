package org.permitportal.definitions;

import java.util.regex.Pattern;

/**
 * Builds the path of a place in a document, such as {@code accountTypes[3].attachments[0]}. The
 * root's path is the empty string.
 */
final class Place {
  private static final Pattern PLAIN = Pattern.compile("[\\w/{}$-]+");

  private Place() {}

  static String member(String parent, String name) {
    if (!PLAIN.matcher(name).matches()) {
      return parent + "['" + name + "']";
    }
    return parent.isEmpty() ? name : parent + "." + name;
  }

  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
