package org.permitportal.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rules that say which contexts a context may use, and which classes may use HTTP, AWS, JSON
 * and the framework.
 */
final class Edges {
  /**
   * The contexts that each context may use in addition to {@code platform}. A context's handlers
   * may also use {@code http}.
   */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("platform"),
          entry("http"),
          entry("users"),
          entry("contents"),
          entry("files", "contents"),
          entry("accounts", "users", "files"),
          entry("registrations", "users", "files", "accounts", "licenses"),
          entry("sessions", "users", "accounts"),
          entry("credentials", "users", "accounts", "sessions"),
          entry("members", "users", "accounts", "licenses"),
          entry("licenses", "accounts", "files"),
          entry("permits", "accounts", "files"),
          entry("lookup", "permits", "files"),
          entry("links", "permits", "accounts"),
          entry("documents", "permits", "files"),
          entry("imports", "permits"),
          entry("migrations"),
          entry(
              "staff",
              "users",
              "contents",
              "files",
              "accounts",
              "registrations",
              "sessions",
              "credentials",
              "members",
              "licenses",
              "permits",
              "lookup",
              "links",
              "documents",
              "imports",
              "migrations",
              "notices"),
          entry("notices"));

  private final String root;

  private static Map.Entry<String, Set<String>> entry(String context, String... uses) {
    return Map.entry(context, Set.of(uses));
  }

  Edges(String root) {
    this.root = root;
  }

  Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    for (String context : ALLOWED.keySet()) {
      if (!forbidden(context).isEmpty()) {
        rules.put("edges of " + context, edges(context));
      }
    }
    rules.put(
        "every class belongs to a context",
        classes().should().resideInAnyPackage(within(ALLOWED.keySet())));
    rules.put("no cycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
    rules.put(
        "nothing uses a handler",
        noClasses()
            .that(not(resideInAPackage(handlers())))
            .should(dependOnClassesThat(resideInAPackage(handlers()))));
    rules.put(
        "only http and handlers know HTTP and Lambda",
        noClasses()
            .that(not(resideInAnyPackage(within("http"), handlers())))
            .should(
                dependOnClassesThat(
                    resideInAnyPackage(
                        within("http"),
                        "io.micronaut.http..",
                        "java.net.http..",
                        "com.amazonaws.services.lambda.."))));
    rules.put(
        "only platform, users and files know AWS",
        noClasses()
            .that(not(resideInAnyPackage(within("platform"), within("users"), within("files"))))
            .should(dependOnClassesThat(resideInAPackage("software.amazon.awssdk.."))));
    rules.put(
        "of JSON and the framework, use cases know annotations",
        noClasses()
            .that(not(resideInAnyPackage(within("platform"), within("http"), handlers())))
            // The user pool's adapters read a token's claims. No other JSON comes as text.
            .and(not(resideInAPackage(within("users"))))
            .should(
                dependOnClassesThat(
                    resideInAnyPackage("com.fasterxml.jackson..", "io.micronaut..")
                        .and(
                            not(
                                resideInAnyPackage(
                                    "..annotation", "io.micronaut.serde.config.."))))));
    return rules;
  }

  private ArchRule edges(String context) {
    return noClasses()
        .that()
        .resideInAPackage(within(context))
        .should(dependOnClassesThat(resideInAnyPackage(within(forbidden(context)))));
  }

  private static Set<String> forbidden(String context) {
    Set<String> forbidden = new TreeSet<>(ALLOWED.keySet());
    forbidden.removeAll(ALLOWED.get(context));
    forbidden.remove(context);
    forbidden.remove("platform");
    if (!context.equals("platform")) {
      forbidden.remove("http"); // Another rule: its handlers may.
    }
    return forbidden;
  }

  private String handlers() {
    return root + "..handlers..";
  }

  private String within(String context) {
    return root + "." + context + "..";
  }

  private String[] within(Set<String> contexts) {
    return contexts.stream().map(this::within).toArray(String[]::new);
  }
}
