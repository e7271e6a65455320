package org.permitportal.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.permitportal.local.lambda.LambdaCall;

/**
 * The small app in src/test/resources/app. All tests that do not change the app share one running
 * copy.
 */
final class Fixture {
  private static final String CLASS_PATH = "infrastructure/local/dynamodb/target/classpath.txt";

  final Tokens tokens;
  final PortalStack stack;
  final List<LambdaCall> calls = new CopyOnWriteArrayList<>();

  private Fixture() throws Exception {
    tokens = new Tokens();
    Path root = copiedTo(Files.createTempDirectory("fixture"));
    stack =
        PortalStack.start(
            Options.forTests(root, Clock.systemUTC())
                .withParameters(Map.of("Issuer", tokens.issuer())));
    stack.onLambdaCall(calls::add);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
  }

  private static final class Shared {
    static final Fixture FIXTURE = started();

    private static Fixture started() {
      try {
        return new Fixture();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Fixture shared() {
    return Shared.FIXTURE;
  }

  /**
   * Copies the app to a folder and adds the files that the local run reads in a repository, such as
   * DynamoDB Local's class path.
   */
  static Path copiedTo(Path root) throws IOException {
    Path from = Path.of("src/test/resources/app");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(file, root.resolve(from.relativize(file).toString()));
      }
    }
    copy(Path.of("dynamodb/target/classpath.txt"), root.resolve(CLASS_PATH));
    String city = "definitions/target/sample-city/city.json";
    copy(Path.of("..", city), root.resolve("infrastructure").resolve(city));
    return root;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    Files.copy(from, to);
  }
}
