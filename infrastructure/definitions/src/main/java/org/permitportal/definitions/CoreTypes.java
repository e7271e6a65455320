package org.permitportal.definitions;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Determines the types of unquoted words by the core schema of YAML 1.2. Numbers are written as in
 * JSON. {@code no}, {@code 2026-01-01}, {@code 12:30}, {@code 0123} and {@code 1_000} are text.
 */
final class CoreTypes extends Resolver {
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NOTHING = Pattern.compile("~|null|Null|NULL|");
  private static final Pattern WHOLE = Pattern.compile("-?(?:0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?");

  /**
   * Replaces the YAML 1.1 rules of the superclass. The superclass's constructor calls this method.
   */
  @Override
  protected void addImplicitResolvers() {
    addImplicitResolver(Tag.BOOL, TRUTH, "tTfF");
    addImplicitResolver(Tag.INT, WHOLE, "-0123456789");
    addImplicitResolver(Tag.FLOAT, DECIMAL, "-0123456789");
    addImplicitResolver(Tag.NULL, NOTHING, "~nN\0");
    addImplicitResolver(Tag.NULL, Resolver.EMPTY, null);
  }
}
