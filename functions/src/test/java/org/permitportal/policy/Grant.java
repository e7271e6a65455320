package org.permitportal.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.permitportal.local.template.App;
import org.permitportal.local.template.Attributes;
import org.permitportal.local.template.Function;
import org.permitportal.local.template.Resource;
import org.permitportal.local.template.Stack;

/**
 * One permission of a function: one action on one resource. It comes from a statement in the
 * function's policies.
 *
 * @param resource the ARN of the resource; {@code *} in it stands for any text
 */
record Grant(String function, String action, String resource) {
  /**
   * Returns the permissions of all functions, including those from the template's managed policies.
   */
  static List<Grant> all(App app, Stack template, Attributes attributes) {
    Map<String, JsonNode> managed = new HashMap<>();
    for (Resource policy : template.resources("AWS::IAM::ManagedPolicy")) {
      managed.put(
          attributes.of(policy, null), policy.properties(attributes).path("PolicyDocument"));
    }
    return app.functions().stream().flatMap(f -> of(f, managed).stream()).toList();
  }

  /**
   * Returns the permissions from a function's own statements and from its managed policies.
   *
   * @param managed the documents of the managed policies, by ARN
   */
  static List<Grant> of(Function function, Map<String, JsonNode> managed) {
    List<Grant> grants = new ArrayList<>();
    for (JsonNode policy : function.properties().path("Policies")) {
      JsonNode document = policy.isTextual() ? managed.get(policy.asText()) : policy;
      if (document == null || !document.has("Statement")) {
        throw new AssertionError(
            function.logicalId() + " has a policy without statements: " + policy);
      }
      for (JsonNode statement : document.path("Statement")) {
        if (!statement.path("Effect").asText().equals("Allow")) {
          throw new AssertionError(function.logicalId() + " has a statement that is not Allow");
        }
        for (String action : texts(statement.path("Action"))) {
          for (String resource : texts(statement.path("Resource"))) {
            grants.add(new Grant(function.logicalId(), action, resource));
          }
        }
      }
    }
    return grants;
  }

  private static List<String> texts(JsonNode oneOrMore) {
    List<String> texts = new ArrayList<>();
    if (oneOrMore.isTextual()) {
      texts.add(oneOrMore.asText());
    }
    oneOrMore.forEach(text -> texts.add(text.asText()));
    if (texts.isEmpty()) {
      throw new AssertionError("A statement without actions or resources");
    }
    return texts;
  }

  boolean allows(AwsUse use) {
    return function.equals(use.function())
        && action.equals(use.action())
        && Pattern.matches("\\Q" + resource.replace("*", "\\E.*\\Q") + "\\E", use.resource());
  }

  /** Returns the uses that no grant allows. */
  static Set<String> missing(Collection<Grant> grants, Collection<AwsUse> uses) {
    Set<String> missing = new TreeSet<>();
    for (AwsUse use : uses) {
      if (grants.stream().noneMatch(grant -> grant.allows(use))) {
        missing.add(use.function() + " may not " + use.action() + " on " + use.resource());
      }
    }
    return missing;
  }

  /** Returns the grants that were never used. */
  static Set<String> unused(Collection<Grant> grants, Collection<AwsUse> uses) {
    Set<String> unused = new TreeSet<>();
    for (Grant grant : grants) {
      if (uses.stream().noneMatch(grant::allows)) {
        unused.add(grant.function() + " never does " + grant.action() + " on " + grant.resource());
      }
    }
    return unused;
  }
}
