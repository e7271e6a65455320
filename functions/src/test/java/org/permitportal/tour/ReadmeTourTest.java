package org.permitportal.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.permitportal.contract.Yaml;

/**
 * Runs the README's tour like a newcomer: starts the portal with an empty data folder and pastes
 * the tour into a shell.
 */
class ReadmeTourTest {
  private static final Pattern READY = Pattern.compile("Ready at (\\S+) ");
  private static final Pattern TOUR =
      Pattern.compile("## The journey in two minutes.*?```sh\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theTourWorksWhenItIsPasted() throws Exception {
    Path log = folder.resolve("portal.log");
    Process portal =
        started(
            log,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-classpath",
            System.getProperty("java.class.path"),
            "org.permitportal.local.Portal",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString());
    try {
      String url = address(portal, log);
      assertThat(Files.readString(log))
          .contains("contractor   ", "homeowner    ", "clerk        ", "admin        ");
      Path said = folder.resolve("tour.log");
      Process tour = started(said, "bash", "-euo", "pipefail", "-c", tour(url));
      assertThat(tour.waitFor(3, TimeUnit.MINUTES)).as("the tour ends").isTrue();
      assertThat(tour.exitValue()).as(Files.readString(said)).isZero();
      assertThat(Files.readString(said))
          .contains("FREE\nCONTACT\n", "\"status\":\"ACTIVE\"", "OPEN\n", "APPROVED\n")
          .contains("[ 'BLD25-0027' ]", "The same file came back.");
    } finally {
      portal.destroy();
      portal.waitFor();
    }
  }

  private String tour(String url) throws IOException {
    Matcher readme = TOUR.matcher(Files.readString(Yaml.ROOT.resolve("README.md")));
    assertThat(readme.find()).as("README.md has the tour").isTrue();
    return "PORTAL=" + url + " DATA='" + folder.resolve("data") + "'\n" + readme.group(1);
  }

  private static String address(Process portal, Path log) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < end) {
      Matcher ready = READY.matcher(Files.readString(log));
      if (ready.find()) {
        return ready.group(1);
      }
      assertThat(portal.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(200);
    }
    throw new AssertionError("The portal is not ready: " + Files.readString(log));
  }

  private static Process started(Path log, String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .directory(Yaml.ROOT.toFile())
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }
}
