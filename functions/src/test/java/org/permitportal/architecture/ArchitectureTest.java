package org.permitportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.permitportal.contract.Written;

/**
 * Tests that the portal's classes keep every rule. Also tests that every rule finds the sample
 * classes that break it on purpose.
 */
class ArchitectureTest {
  private static final String PORTAL = "org.permitportal";
  private static final String PLANTED = "org.permitportal.architecture.violators";

  private static final JavaClasses VIOLATORS =
      new ClassFileImporter().importPath(Path.of("target/test-classes", PLANTED.replace('.', '/')));

  private static Map<String, ArchRule> rules(String root) {
    Map<String, ArchRule> rules = new LinkedHashMap<>(new Edges(root).rules());
    rules.putAll(Conduct.rules());
    // A rule for a context that does not exist yet is not broken.
    rules.replaceAll((_, rule) -> rule.allowEmptyShould(true));
    return rules;
  }

  @TestFactory
  Stream<DynamicTest> thePortalKeepsEveryRule() {
    return rules(PORTAL).entrySet().stream()
        .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> r.getValue().check(Written.CLASSES)));
  }

  @TestFactory
  Stream<DynamicTest> everyRuleFindsTheClassesPlantedToBreakIt() {
    return rules(PLANTED).entrySet().stream()
        .map(r -> DynamicTest.dynamicTest(r.getKey(), () -> bites(r.getKey(), r.getValue())));
  }

  private static void bites(String name, ArchRule rule) {
    List<String> planted =
        VIOLATORS.stream()
            .filter(c -> c.isAnnotatedWith(Violates.class))
            .filter(c -> c.getAnnotationOfType(Violates.class).value().equals(name))
            .map(JavaClass::getName)
            .toList();
    assertThat(planted).as("classes planted to break: " + name).isNotEmpty();
    List<String> found = rule.evaluate(VIOLATORS).getFailureReport().getDetails();
    assertThat(planted)
        .allSatisfy(
            violator ->
                assertThat(found).anySatisfy(detail -> assertThat(detail).contains(violator)));
  }

  @Test
  void everyPlantedClassNamesARule() {
    assertThat(VIOLATORS.stream().filter(c -> c.isAnnotatedWith(Violates.class)))
        .allSatisfy(
            c ->
                assertThat(rules(PLANTED))
                    .containsKey(c.getAnnotationOfType(Violates.class).value()));
  }

  @Test
  void theClassesOfThePortalAreThere() {
    assertThat(Written.CLASSES.stream().map(JavaClass::getPackageName))
        .contains(PORTAL + ".http", PORTAL + ".platform", PORTAL + ".accounts.handlers");
  }
}
