package org.permitportal.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the repository's YAML files as JSON trees. {@code !Ref X} becomes {@code {"Ref": "X"}}. */
public final class Yaml {
  /** The repository's root. Tests run in their module's folder. */
  public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Yaml() {}

  /**
   * Reads a file.
   *
   * @param file the name, relative to the repository's root
   */
  public static JsonNode read(String file) {
    org.yaml.snakeyaml.Yaml yaml = new org.yaml.snakeyaml.Yaml(new Intrinsics());
    try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
      return new ObjectMapper().valueToTree(yaml.load(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Intrinsics extends SafeConstructor {
    Intrinsics() {
      super(new LoaderOptions());
      yamlMultiConstructors.put(
          "!",
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String name = node.getTag().getValue().substring(1);
              Object value =
                  switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> constructSequence(sequence);
                    case MappingNode mapping -> constructMapping(mapping);
                    default -> throw new IllegalStateException("What is " + node);
                  };
              return Map.of(name.equals("Ref") ? name : "Fn::" + name, value);
            }
          });
    }
  }
}
