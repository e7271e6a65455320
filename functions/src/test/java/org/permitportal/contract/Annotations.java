package org.permitportal.contract;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotations of record components. An annotation's {@code @Target} determines its place:
 * the component itself, the accessor, the field or the constructor's parameter.
 */
final class Annotations {
  private Annotations() {}

  static <A extends Annotation> @Nullable A find(AnnotatedElement element, Class<A> annotation) {
    return places(element)
        .map(place -> place.getAnnotation(annotation))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static <A extends Annotation> @Nullable A find(
      AnnotatedElement element, AnnotatedType type, Class<A> annotation) {
    A found = find(element, annotation);
    return found == null ? type.getAnnotation(annotation) : found;
  }

  private static Stream<AnnotatedElement> places(AnnotatedElement element) {
    if (!(element instanceof RecordComponent component)) {
      return Stream.of(element);
    }
    Class<?> record = component.getDeclaringRecord();
    List<RecordComponent> all = Arrays.asList(record.getRecordComponents());
    int index = all.stream().map(RecordComponent::getName).toList().indexOf(component.getName());
    try {
      Parameter parameter =
          record.getDeclaredConstructor(
                  all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new))
              .getParameters()[index];
      return Stream.of(
          component,
          component.getAccessor(),
          record.getDeclaredField(component.getName()),
          parameter);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
