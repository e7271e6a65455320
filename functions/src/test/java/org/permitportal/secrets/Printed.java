package org.permitportal.secrets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.permitportal.journey.LocalRun;

/** Passes on everything that this JVM prints. Reports each line that a local run has printed. */
final class Printed extends OutputStream {
  private final PrintStream printer;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private Printed(PrintStream printer, Consumer<String> lines) {
    this.printer = printer;
    this.lines = lines;
  }

  /** Reports lines from now on. */
  static void watch(Consumer<String> lines) {
    System.setOut(stream(System.out, lines));
    System.setErr(stream(System.err, lines));
  }

  private static PrintStream stream(PrintStream printer, Consumer<String> lines) {
    return new PrintStream(new Printed(printer, lines), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    printer.write(bytes, from, length);
    for (int i = from; i < from + length; i++) {
      if (bytes[i] == '\n') {
        // Ignore the lines that a test itself prints: they do not come from the portal.
        if (!LocalRun.isTestThread()) {
          String whole = line.toString(StandardCharsets.UTF_8);
          LocalRun.forThisOrAll(() -> lines.accept(whole));
        }
        line.reset();
      } else {
        line.write(bytes[i]);
      }
    }
  }

  @Override
  public synchronized void flush() {
    printer.flush();
  }
}
