package org.permitportal.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import org.permitportal.local.Fault;
import org.permitportal.local.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML file as a JSON tree, with the lines of its maps and lists. CloudFormation's short forms,
 * such as {@code !Ref X}, become {@code {"Ref": "X"}}.
 */
public final class YamlFile {
  private final String name;
  private final IdentityHashMap<JsonNode, Integer> lines = new IdentityHashMap<>();
  private final JsonNode tree;

  private YamlFile(String name, Node root) {
    this.name = name;
    this.tree = convert(root);
  }

  /**
   * Reads a file.
   *
   * @param root the folder to which the file's name is relative
   * @throws Fault when the file cannot be read or is not YAML; it names the file and, for wrong
   *     YAML, the line
   */
  public static YamlFile read(Path root, String name) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setCodePointLimit(20_000_000);
    try (Reader reader = Files.newBufferedReader(root.resolve(name))) {
      Node node = new Yaml(options).compose(reader);
      if (node == null) {
        throw new Fault(name + ": is empty");
      }
      return new YamlFile(name, node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new Fault(name + ":" + line + ": " + e.getProblem(), e);
    } catch (IOException e) {
      throw new Fault(name + ": cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  public JsonNode tree() {
    return tree;
  }

  /** Returns a fault. Its message names the file and the line of a map or list. */
  public Fault fault(JsonNode at, String message) {
    return new Fault(name + ":" + lines.getOrDefault(at, 1) + ": " + message);
  }

  private JsonNode convert(Node node) {
    JsonNode value =
        switch (node) {
          case ScalarNode scalar -> scalar(scalar);
          case SequenceNode list -> {
            ArrayNode array = Json.array();
            list.getValue().forEach(item -> array.add(convert(item)));
            yield array;
          }
          case MappingNode mapping -> {
            ObjectNode object = Json.object();
            mapping
                .getValue()
                .forEach(
                    entry -> {
                      String key = ((ScalarNode) entry.getKeyNode()).getValue();
                      JsonNode child = convert(entry.getValueNode());
                      if (child.isContainerNode()) {
                        lines.put(child, entry.getKeyNode().getStartMark().getLine() + 1);
                      }
                      object.set(key, child);
                    });
            yield object;
          }
          default -> throw new Fault(name + ": an anchor is not supported");
        };
    String tag = node.getTag().getValue();
    JsonNode result = tag.startsWith("!") ? intrinsic(tag.substring(1), value) : value;
    if (result.isContainerNode()) {
      lines.put(result, node.getStartMark().getLine() + 1);
    }
    return result;
  }

  private static ObjectNode intrinsic(String tag, JsonNode value) {
    String function = List.of("Ref", "Condition").contains(tag) ? tag : "Fn::" + tag;
    if (tag.equals("GetAtt") && value.isTextual()) {
      String[] parts = value.textValue().split("\\.", 2);
      return Json.object().set(function, Json.array().add(parts[0]).add(parts[1]));
    }
    return Json.object().set(function, value);
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return NullNode.getInstance();
    }
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(
          List.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT)));
    }
    if (tag.equals(Tag.INT) && text.matches("[-+]?(0|[1-9][0-9]*)")) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    if (tag.equals(Tag.FLOAT) && text.matches("[-+]?[0-9]+\\.[0-9]+")) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return TextNode.valueOf(text);
  }
}
