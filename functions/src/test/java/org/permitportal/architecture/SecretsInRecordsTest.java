package org.permitportal.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.permitportal.contract.Handlers;
import org.permitportal.platform.Secret;

/**
 * Tests that no record of the portal prints a secret that it contains. The test puts marked values
 * into all components whose names are typical for secrets, and prints the record. It also tests new
 * records with such components; they need not be listed here.
 */
class SecretsInRecordsTest {
  private static final String MARK = "marked-secret";

  private static final Pattern SECRET =
      Pattern.compile(
          "(?i).*(password|answer|challenge|token|secret|cookie|authorization|otpauth|recovery)s?"
              + "|.*code|codes|digits|body|headers|url");

  /**
   * The components whose names are typical for secrets but that contain none, each with the reason.
   */
  private static final Map<String, String> HARMLESS =
      Map.of(
          "FieldError.code", "what kind of error it is",
          "RowError.code", "the same of a permit's row",
          "Refused.code", "the same of a company's name",
          "ProblemBody.code", "the problem's",
          "LinkRequest.answer", "what staff said to a request",
          "LinkRequest.Decision.answer", "the same",
          "LinkRequestView.answer", "the same");

  @Test
  void noRecordPrintsASecretThatItCarries() throws Exception {
    List<String> printed = new ArrayList<>();
    Set<String> carriers = new TreeSet<>();
    for (Class<?> record : records()) {
      if (Stream.of(record.getRecordComponents()).anyMatch(SecretsInRecordsTest::secret)) {
        carriers.add(name(record));
        if (filled(record).toString().contains(MARK)) {
          printed.add(name(record));
        }
      }
    }
    assertThat(printed).isEmpty();
    assertThat(carriers)
        .contains("LoginHandler.Request", "SignIn.Tokens", "GatewayEvent")
        .hasSizeGreaterThan(40);
  }

  @Test
  void everyRequestAndAnswerIsOneOfThem() throws Exception {
    List<Class<?>> records = records();
    Handlers.all()
        .values()
        .forEach(
            function -> {
              if (!function.trigger()) {
                assertThat(records).contains(function.typeArgument(0));
              }
            });
  }

  private static List<Class<?>> records() throws Exception {
    Path written =
        Path.of(Secret.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> records = new ArrayList<>();
    try (Stream<Path> files = Files.walk(written.resolve("org/permitportal"))) {
      for (Path file : files.toList()) {
        String name = written.relativize(file).toString().replace(File.separatorChar, '.');
        if (name.endsWith(".class") && !name.contains(".$")) { // Micronaut's generated ones.
          Class<?> one =
              Class.forName(
                  name.substring(0, name.length() - ".class".length()),
                  false,
                  Secret.class.getClassLoader());
          if (one.isRecord()) {
            records.add(one);
          }
        }
      }
    }
    return records;
  }

  private static boolean secret(RecordComponent component) {
    String name = name(component.getDeclaringRecord()) + "." + component.getName();
    return SECRET.matcher(component.getName()).matches()
        && HARMLESS.keySet().stream().noneMatch(name::endsWith)
        && (component.getType() == String.class
            || List.class.isAssignableFrom(component.getType())
            || Map.class.isAssignableFrom(component.getType()));
  }

  private static Object filled(Class<?> record) throws ReflectiveOperationException {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      String text = secret(components[i]) ? MARK : "plain";
      values[i] = value(components[i].getGenericType(), text);
    }
    Constructor<?> constructor = record.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(Type type, String text) throws ReflectiveOperationException {
    if (!(type instanceof Class || type instanceof ParameterizedType)) {
      return null;
    }
    Class<?> raw = (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
    if (raw == String.class || raw == Object.class || raw == CharSequence.class) {
      return text;
    }
    if (raw.isPrimitive()) {
      return Array.get(Array.newInstance(raw, 1), 0);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[0];
    }
    if (raw == Instant.class) {
      return Instant.EPOCH;
    }
    if (raw == LocalDate.class) {
      return LocalDate.EPOCH;
    }
    if (type instanceof ParameterizedType p) {
      Type last = p.getActualTypeArguments()[p.getActualTypeArguments().length - 1];
      if (raw == List.class) {
        return last instanceof Class || last instanceof ParameterizedType
            ? List.of(value(last, text))
            : List.of();
      }
      if (raw == Map.class && p.getActualTypeArguments()[0] == String.class) {
        return Map.of("name", value(last, text));
      }
      if (raw == Set.class) {
        return Set.of();
      }
      if (raw == Optional.class) {
        return Optional.of(value(last, text));
      }
    }
    return null;
  }

  private static String name(Class<?> record) {
    return record.getName().substring(record.getPackageName().length() + 1).replace('$', '.');
  }
}
