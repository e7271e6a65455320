package org.permitportal.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.contents.PdfFinding.Unusable;
import org.permitportal.contents.PdfFinding.Why;
import org.permitportal.contract.Yaml;

/** No file that can be uploaded fills the memory of the function that checks it. */
class HostilePdfTest {
  private static final long BYTES = 40L << 20;

  @TempDir Path folder;

  /** The second parser of PDFBox is not counted: see PdfCheck. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRAILER")
  void valuesAreCountedAndTooManyRefused(AHostilePdf hostile) throws IOException {
    Path file = folder.resolve("hostile.pdf");
    hostile.write(file, BYTES);
    long length = Files.size(file);
    PdfCheck.Bounds bounds = PdfCheck.Bounds.of(length);
    assertThat(PdfCheck.check(file, length, bounds)).isEqualTo(new Unusable(Why.DAMAGED));
    assertThat(bounds.values().isSpent()).isTrue();
    assertThat(bounds.reading().isSpent()).isFalse();
  }

  @Test
  void eachIsRefusedInTheFunctionsMemory() throws Exception {
    long memory =
        Yaml.read("template.yaml")
            .at("/Resources/CheckUploadFunction/Properties/MemorySize")
            .asLong();
    Path printed = folder.resolve("printed");
    Process check =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                // Lambda gives the heap more than half of a function's memory.
                "-Xmx" + memory / 2 + "m",
                "-cp",
                System.getProperty("java.class.path"),
                AHostilePdf.class.getName(),
                Long.toString(BYTES))
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(check.waitFor()).isZero();
    List<String> found = Files.readAllLines(printed, StandardCharsets.UTF_8);
    assertThat(found.stream().filter(line -> line.contains("Unusable")))
        .isEqualTo(
            Arrays.stream(AHostilePdf.values())
                .map(one -> one + " " + new Unusable(Why.DAMAGED))
                .toList());
  }
}
