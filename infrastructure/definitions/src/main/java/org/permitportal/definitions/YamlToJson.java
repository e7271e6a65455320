package org.permitportal.definitions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Converts a YAML tree to JSON. Reports YAML that JSON cannot express, and YAML that two readers
 * could understand differently: anchors, tags, duplicate names, names that are not text, and
 * missing values.
 */
final class YamlToJson {
  private static final Resolver CORE = new CoreTypes();
  private static final Resolver OLDER = new Resolver();

  private final String file;
  private final boolean strict;
  private final Problems problems;
  private final Map<String, Integer> lines = new HashMap<>();

  YamlToJson(String file, boolean strict, Problems problems) {
    this.file = file;
    this.strict = strict;
    this.problems = problems;
  }

  /** Returns the line of each converted place. */
  Map<String, Integer> lines() {
    return lines;
  }

  JsonNode convert(Node root) {
    lines.put("", lineOf(root));
    return value(root, "");
  }

  private JsonNode value(Node node, String place) {
    if (node.getAnchor() != null) {
      // An alias appears as the anchored node itself. Following it could therefore never end.
      report(node, place, "anchors (&" + node.getAnchor() + ") are not used here: write it out");
      return NullNode.instance;
    }
    return switch (node) {
      case MappingNode mapping -> object(mapping, place);
      case SequenceNode sequence -> array(sequence, place);
      case ScalarNode scalar -> scalar(scalar, place);
      default -> throw new IllegalStateException("unknown YAML node " + node.getNodeId());
    };
  }

  private JsonNode object(MappingNode mapping, String place) {
    refuseTag(mapping, Tag.MAP, place);
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Set<String> names = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        report(tuple.getKeyNode(), place, "a name must be text");
        continue;
      }
      String name = key.getValue();
      String member = Place.member(place, name);
      if (!names.add(name)) {
        report(key, member, "is given twice");
        continue;
      }
      lines.put(member, lineOf(key));
      if (!key.getTag().equals(Tag.STR)) {
        report(key, member, "put the name in quotes: \"" + name + "\"");
      } else {
        refuseAmbiguity(key, member);
      }
      object.set(name, value(tuple.getValueNode(), member));
    }
    return object;
  }

  private JsonNode array(SequenceNode sequence, String place) {
    refuseTag(sequence, Tag.SEQ, place);
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node node : sequence.getValue()) {
      String item = Place.item(place, array.size());
      lines.put(item, lineOf(node));
      array.add(value(node, item));
    }
    return array;
  }

  private JsonNode scalar(ScalarNode scalar, String place) {
    String text = scalar.getValue();
    Tag tag = CORE.resolve(NodeId.scalar, text, scalar.isPlain());
    refuseTag(scalar, tag, place);
    refuseAmbiguity(scalar, place);
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"));
    }
    if (tag.equals(Tag.INT) && text.length() <= 18) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    if (tag.equals(Tag.NULL)) {
      report(scalar, place, "has no value: write one, \"\" or [], or leave it out");
      return NullNode.instance;
    }
    return TextNode.valueOf(text);
  }

  private void refuseTag(Node node, Tag expected, String place) {
    if (!node.getTag().equals(expected)) {
      report(node, place, "tags (" + node.getTag() + ") are not used here: write the long form");
    }
  }

  /**
   * Reports unquoted text that is no text in YAML 1.1, such as {@code on} and dates. Other readers
   * of the contract follow YAML 1.1.
   */
  private void refuseAmbiguity(ScalarNode scalar, String place) {
    String text = scalar.getValue();
    if (strict
        && scalar.isPlain()
        && !CORE.resolve(NodeId.scalar, text, true)
            .equals(OLDER.resolve(NodeId.scalar, text, true))) {
      report(scalar, place, "put it in quotes, as YAML readers differ about it: " + text);
    }
  }

  private void report(Node node, String place, String text) {
    problems.add(file, lineOf(node), place, text);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
