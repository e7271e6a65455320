package org.permitportal.contract;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;

/**
 * The portal's classes, without the classes that Micronaut generates. They are read only once,
 * because reading takes seconds.
 */
public final class Written {
  public static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/$"))
          .importPath(Path.of("target/classes"));

  private Written() {}
}
