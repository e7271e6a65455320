package org.permitportal.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.permitportal.contents.PdfFinding.Unusable;
import org.permitportal.contents.PdfFinding.Why;
import org.permitportal.contract.Yaml;
import org.permitportal.evidence.Depth;

/** Tests that no uploaded file can fill the memory of the function that checks it. */
class HostilePdfTest {
  /** The tested length, in tenths of the longest allowed file. */
  private static final int TENTHS = Depth.of(1, 10, 10);

  /** The kinds that are tested in a process with the function's memory: one, or all. */
  private static final List<AHostilePdf> IN_MEMORY =
      Depth.of(
          List.of(AHostilePdf.DICTIONARIES),
          List.of(AHostilePdf.values()),
          List.of(AHostilePdf.values()));

  @TempDir Path folder;

  /**
   * TRAILER is left out, because the values that PDFBox's second parser reads are not counted; see
   * {@code PdfCheck}.
   */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TRAILER")
  void valuesAreCountedAndTooManyRefused(AHostilePdf hostile) throws IOException {
    Path file = folder.resolve("hostile.pdf");
    hostile.write(file, (4L << 20) * TENTHS);
    long length = Files.size(file);
    PdfCheck.Bounds whole = PdfCheck.Bounds.of(length);
    PdfCheck.Bounds bounds =
        new PdfCheck.Bounds(
            whole.reading(), whole.decoding(), new Effort(PdfCheck.VALUES / 10 * TENTHS));
    assertThat(PdfCheck.check(file, length, bounds)).isEqualTo(new Unusable(Why.DAMAGED));
    assertThat(bounds.values().isSpent()).isTrue();
    assertThat(bounds.reading().isSpent()).isFalse();
  }

  @Test
  void eachIsRefusedInTheFunctionsMemory() throws Exception {
    long memory =
        Yaml.read("infrastructure/functions/files.yaml")
            .at("/Resources/CheckUploadFunction/Properties/MemorySize")
            .asLong();
    Path printed = folder.resolve("printed");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                // On Lambda, the heap gets more than half of the function's memory.
                "-Xmx" + memory / 2 + "m",
                "-cp",
                System.getProperty("java.class.path"),
                AHostilePdf.class.getName()));
    IN_MEMORY.forEach(one -> command.add(one.name()));
    Process check =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    assertThat(check.waitFor()).isZero();
    List<String> found = Files.readAllLines(printed, StandardCharsets.UTF_8);
    assertThat(found.stream().filter(line -> line.contains("Unusable")))
        .isEqualTo(IN_MEMORY.stream().map(one -> one + " " + new Unusable(Why.DAMAGED)).toList());
  }
}
