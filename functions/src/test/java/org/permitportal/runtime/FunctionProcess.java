package org.permitportal.runtime;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Runs one function like Lambda: in its own process, from the unpacked jar, under the real runtime
 * interface client and through SnapStart's hooks. The process has only the function's environment
 * variables.
 */
final class FunctionProcess {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String NATIVE_CLIENT =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
  private final Path task;
  private final Path nativeClient;

  /**
   * Prepares a process.
   *
   * @param task the folder to which {@link #unpack} unpacked the jar
   * @param folder the folder for the client's native library; without it, all processes would write
   *     the library to the same file in /tmp while others use it
   */
  FunctionProcess(Path task, Path folder) throws IOException {
    this.task = task;
    this.nativeClient = folder.resolve("libaws-lambda-jni.so");
    String machine = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
    try (InputStream library =
        AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + machine + ".so")) {
      Files.copy(library, nativeClient);
    }
  }

  /** The function's answer, and what the process printed. */
  record Outcome(RuntimeApi.Answer answer, String log) {}

  /** Unpacks the jar to a folder, as Lambda unpacks it to {@code /var/task}. */
  static void unpack(Path jar, Path task) throws IOException {
    try (InputStream in = Files.newInputStream(jar);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = task.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  /** Runs a function with one event. */
  Outcome run(String name, String handler, Map<String, String> environment, byte[] event)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile(name, ".log");
    try (RuntimeApi api = new RuntimeApi(event, PATIENCE)) {
      Process process = start(name, handler, environment, api.address(), log);
      try {
        return new Outcome(answered(process, api), read(log));
      } catch (ExecutionException | TimeoutException e) {
        throw new AssertionError(name + " gave no answer:\n" + read(log), e);
      } finally {
        process.destroyForcibly().waitFor();
      }
    } finally {
      Files.delete(log);
    }
  }

  private static RuntimeApi.Answer answered(Process process, RuntimeApi api)
      throws ExecutionException, TimeoutException, InterruptedException {
    var _ =
        process
            .onExit()
            .thenAccept(
                p ->
                    api.answer()
                        .completeExceptionally(
                            new AssertionError("it ended with " + p.exitValue())));
    return api.answer().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  private Process start(
      String name, String handler, Map<String, String> environment, String api, Path log)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx768m",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-D" + NATIVE_CLIENT + "=" + nativeClient,
            "-classpath",
            runtimeInterfaceClient(),
            AWSLambda.class.getName(),
            handler);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api);
    builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", name);
    builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024");
    builder.environment().put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
    builder.environment().put("AWS_LAMBDA_LOG_STREAM_NAME", "test");
    builder.environment().put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    builder.environment().put("_HANDLER", handler);
    builder.environment().put("LAMBDA_TASK_ROOT", task.toString());
    builder.environment().put("TZ", ":UTC");
    builder.directory(task.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
    return builder.start();
  }

  /**
   * Returns the class path of the runtime interface client and its libraries, as in Lambda's
   * managed runtime.
   */
  private static String runtimeInterfaceClient() {
    return Stream.of(
            AWSLambda.class,
            com.amazonaws.services.lambda.runtime.Context.class,
            com.amazonaws.services.lambda.runtime.serialization.PojoSerializer.class,
            software.amazon.awssdk.utilslite.SdkInternalThreadLocal.class)
        .map(FunctionProcess::jar)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Class<?> c) {
    try {
      return Path.of(c.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String read(Path log) throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }
}
