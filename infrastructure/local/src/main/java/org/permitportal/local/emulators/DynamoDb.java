package org.permitportal.local.emulators;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.permitportal.local.Fault;

/** Runs DynamoDB Local as a child process on a free port. */
public final class DynamoDb implements AutoCloseable {
  private static final String CLASS_PATH = "infrastructure/local/dynamodb/target/classpath.txt";
  private static final int ATTEMPTS = 3;

  private final Process process;
  private final URI endpoint;
  private volatile String complaint = "it says nothing";

  private DynamoDb(Process process, int port) {
    this.process = process;
    this.endpoint = URI.create("http://127.0.0.1:" + port);
    // The child's error output must be read. Otherwise the child blocks when the pipe is full.
    Thread.ofVirtual().start(() -> process.errorReader().lines().forEach(line -> complaint = line));
  }

  /**
   * Starts DynamoDB Local and returns when it answers.
   *
   * @param root the repository's folder, in which the build has written DynamoDB Local's class path
   * @param data the folder for the tables' data, or null to keep all data in memory
   */
  public static DynamoDb start(Path root, @Nullable Path data) throws IOException {
    Path classPath = root.resolve(CLASS_PATH);
    if (!Files.isRegularFile(classPath)) {
      throw new Fault(CLASS_PATH + " is missing: build first, with ./mvnw verify");
    }
    String libraries = Files.readString(classPath).strip();
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      DynamoDb dynamoDb = new DynamoDb(launch(port, libraries, data), port);
      if (dynamoDb.answers(port)) {
        return dynamoDb;
      }
      // Another process may have taken the port between the search for a free port and the child's
      // start.
      if (attempt == ATTEMPTS) {
        throw new Fault("DynamoDB Local does not start: " + dynamoDb.complaint);
      }
    }
  }

  private static Process launch(int port, String libraries, @Nullable Path data)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", ownClasses() + File.pathSeparator + libraries));
    command.add(DynamoDbChild.class.getName());
    command.addAll(List.of("-port", String.valueOf(port), "-disableTelemetry", "-sharedDb"));
    if (data == null) {
      command.add("-inMemory");
    } else {
      Files.createDirectories(data);
      command.addAll(List.of("-dbPath", data.toString()));
    }
    return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String ownClasses() {
    try {
      return Path.of(
              DynamoDbChild.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private boolean answers(int port) throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (process.isAlive() && System.nanoTime() < until) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return true;
      } catch (java.net.ConnectException | java.net.SocketTimeoutException e) {
        pause();
      }
    }
    process.destroyForcibly();
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Fault("interrupted", e);
    }
  }

  public URI endpoint() {
    return endpoint;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
