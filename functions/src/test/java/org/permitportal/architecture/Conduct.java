package org.permitportal.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.context.annotation.Factory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rules for every class of every context. */
final class Conduct {
  private static final Set<String> SAYS_NOTHING =
      Set.of("Helper", "Helpers", "Util", "Utils", "Manager", "Impl", "Service", "Base", "Common");

  private static final Set<String> GUESSABLE =
      Set.of(
          "java.util.Random",
          "java.util.SplittableRandom",
          "java.util.concurrent.ThreadLocalRandom",
          "java.util.UUID");

  private static final Set<String> OUTPUTS = Set.of("java.lang.System.out", "java.lang.System.err");
  private static final Set<String> LOGGERS =
      Set.of("org.slf4j", "java.util.logging", "org.apache.commons.logging");
  private static final Set<String> MACHINES =
      Set.of(
          "java.lang.System.currentTimeMillis()",
          "java.time.Clock.systemUTC()",
          "java.time.Clock.systemDefaultZone()",
          "java.util.Date.<init>()",
          "java.util.Calendar.getInstance()");

  private Conduct() {}

  static Map<String, ArchRule> rules() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put(
        "time comes from the clock",
        noClasses()
            .that()
            .areNotAnnotatedWith(Factory.class)
            .should()
            .accessTargetWhere(target("the machine's time", Conduct::ownTime)));
    rules.put(
        "settings come from the function's own environment",
        noClasses()
            .should()
            .accessTargetWhere(
                target(
                    "the process's settings",
                    a ->
                        a.getTargetOwner().isEquivalentTo(System.class)
                            && Set.of("getenv", "getProperty").contains(a.getName()))));
    rules.put(
        "only migrations scan a table",
        noClasses()
            .that(not(simpleName("Table")))
            .and()
            .resideOutsideOfPackage("..migrations")
            .should()
            .accessTargetWhere(
                target(
                    "scans",
                    a ->
                        (a.getTargetOwner().getPackageName().contains("dynamodb")
                                || a.getTargetOwner().getSimpleName().equals("Table"))
                            && Set.of("scan", "scanPaginator").contains(a.getName()))));
    rules.put(
        "randomness is secure",
        noClasses()
            .should()
            .accessTargetWhere(
                target(
                    "guessable randomness",
                    a ->
                        GUESSABLE.contains(a.getTargetOwner().getName())
                            || a.getTarget().getFullName().startsWith("java.lang.Math.random"))));
    rules.put(
        "only the log prints",
        noClasses()
            .that()
            .haveNameNotMatching(".*\\.platform\\.Log(\\$Line)?")
            .should()
            .accessTargetWhere(
                target(
                    "outputs",
                    a ->
                        OUTPUTS.contains(a.getTarget().getFullName())
                            || a.getName().equals("printStackTrace")
                            || LOGGERS.contains(a.getTargetOwner().getPackageName()))));
    rules.put("names say what a class does", classes().should(sayWhatTheyDo()));
    rules.put(
        "what no other package uses is not public",
        classes()
            .that()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .and()
            .resideOutsideOfPackages("..handlers..", "..http..", "..platform..")
            .should(beUsedElsewhere()));
    return rules;
  }

  private static boolean ownTime(JavaAccess<?> access) {
    JavaClass owner = access.getTargetOwner();
    boolean now =
        owner.getPackageName().equals("java.time")
            && access.getName().equals("now")
            && access.getTarget() instanceof CodeUnitAccessTarget target
            && target.getRawParameterTypes().stream()
                .noneMatch(p -> p.getName().equals("java.time.Clock"));
    return now || MACHINES.contains(access.getTarget().getFullName());
  }

  private static DescribedPredicate<JavaAccess<?>> target(
      String what, Predicate<JavaAccess<?>> test) {
    return DescribedPredicate.describe("the target is " + what, test);
  }

  private static ArchCondition<JavaClass> sayWhatTheyDo() {
    return new ArchCondition<>("have no word in their names that says nothing") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        boolean says =
            Arrays.stream(c.getSimpleName().split("(?=[A-Z])")).noneMatch(SAYS_NOTHING::contains);
        events.add(new SimpleConditionEvent(c, says, c.getName() + ": its name says nothing"));
      }
    };
  }

  /**
   * Requires that a public class is used outside its package. A type in the signature of a public
   * member counts as used in every package that uses the member.
   */
  private static ArchCondition<JavaClass> beUsedElsewhere() {
    return new ArchCondition<>("be used in another package") {
      @Override
      public void check(JavaClass c, ConditionEvents events) {
        boolean used =
            c.getDirectDependenciesToSelf().stream()
                .map(d -> d.getOriginClass())
                .anyMatch(o -> !o.getPackage().equals(c.getPackage()) || shows(o, c));
        events.add(
            new SimpleConditionEvent(c, used, c.getName() + " is public, but used nowhere else"));
      }
    };
  }

  private static boolean shows(JavaClass user, JavaClass shown) {
    if (!user.getModifiers().contains(JavaModifier.PUBLIC) || user.equals(shown)) {
      return false;
    }
    return user.getMembers().stream()
            .filter(m -> !m.getModifiers().contains(JavaModifier.PRIVATE))
            .anyMatch(m -> m.getAllInvolvedRawTypes().contains(shown))
        || user.getAllRawInterfaces().contains(shown)
        || user.getAllRawSuperclasses().contains(shown);
  }
}
