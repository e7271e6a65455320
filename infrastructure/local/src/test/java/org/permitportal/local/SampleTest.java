package org.permitportal.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {
  @TempDir Path folder;

  private List<String> run(String steps) throws Exception {
    Files.writeString(folder.resolve("steps.yaml"), steps);
    Files.writeString(folder.resolve("rows.csv"), "name,note\na,\"x, \"\"y\"\"\"\nb,\nc,z\n");
    PortalStack stack = Fixture.shared().stack;
    return new SampleSteps(folder, "steps.yaml", stack, said::add).run();
  }

  private final List<String> said = new ArrayList<>();

  @Test
  void stepsFillInWhatEarlierOnesSaved() throws Exception {
    List<String> printed =
        run(
            """
            steps:
              - say: First
                operation: postThing
                path: {thingId: one two}
                query: {q: a&b}
                body: {n: 1}
                expect: 201
                save: {path: /rawPath, body: /body, q: /queryStringParameters/q}
              - operation: postThing
                path: {thingId: "${q}"}
                csv: {file: rows.csv, field: rows, rows: 2}
                expect: 201
                save: {last: /body}
              - totp: GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
                as: code
              - print: "${path} ${body} ${q} ${last} ${size:rows.csv} ${Ref:ThingsTable}"
            """);
    assertThat(printed)
        .containsExactly(
            "/v1/things/one two {\"n\":1} a&b {\"rows\":[{\"name\":\"c\",\"note\":\"z\"}]} 30"
                + " ThingsTable");
    assertThat(said).containsExactly("First", "  2 of 3", "  3 of 3");
  }

  @Test
  void aFailedStepIsNamedByItsLine() {
    assertThatThrownBy(
            () ->
                run(
                    """
                    steps:
                      - print: fine
                      - operation: echo
                        path: {thingId: throw}
                    """))
        .isInstanceOf(Fault.class)
        .hasMessageStartingWith("steps.yaml:3: ")
        .hasMessageContaining("it answers 500");
  }

  @Test
  void codesAreThoseOfRfc6238() {
    String secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    assertThat(SampleFiles.totp(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(SampleFiles.totp(secret, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
  }
}
