package io.airouter.boot.configuration;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A value in the file, at its place. What it must be is said by the reader; what it is not is
 * refused here, once, and then counts as absent.
 *
 * @param line of the key it belongs to, from 1
 * @param path its key, as people read it
 * @param pattern the path among the known keys, with {@code <…>} for chosen names
 */
record Entry(Reading reading, Node node, int line, String path, String pattern) {

  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  void refuse(String message) {
    reading.findings().refuse(line, path, message);
  }

  void warn(String message) {
    reading.findings().warn(line, path, message);
  }

  /** {@code key:} with nothing behind it. */
  boolean isEmpty() {
    return Tag.NULL.equals(node.getTag());
  }

  boolean isSection() {
    return node instanceof MappingNode;
  }

  <T> Optional<T> value(ValueType<T> type) {
    if (!(node instanceof ScalarNode scalar)) {
      refuse((isSection() ? "a section" : "a list") + " is not allowed: " + type.allowed());
      return Optional.empty();
    }
    Substitution substituted = reading.substitute(scalar.getValue());
    if (!substituted.problems().isEmpty()) {
      substituted.problems().forEach(this::refuseScalar);
      return Optional.empty();
    }
    if (!substituted.hasReference() && !type.kind().accepts(scalar.getTag())) {
      refuseScalar(type.mismatch(scalar.getValue(), scalar.getTag()));
      return Optional.empty();
    }
    return parsed(type, substituted.text());
  }

  private <T> Optional<T> parsed(ValueType<T> type, String text) {
    try {
      return Optional.of(type.parser().apply(text));
    } catch (IllegalArgumentException e) {
      refuseScalar(type.shown(text) + " is not allowed: " + type.allowed());
      return Optional.empty();
    }
  }

  private void refuseScalar(String message) {
    reading.findings().refuse(lineOf(node), path, message);
  }

  /** The elements of a list; none where it is empty or no list, which is refused. */
  List<Entry> elements() {
    if (isEmpty()) {
      return List.of();
    }
    if (!(node instanceof SequenceNode sequence)) {
      refuse((isSection() ? "a section" : "a single value") + " is not allowed: a list, [a, b]");
      return List.of();
    }
    List<Node> nodes = sequence.getValue();
    return IntStream.range(0, nodes.size()).mapToObj(i -> element(nodes.get(i), i)).toList();
  }

  private Entry element(Node element, int index) {
    return new Entry(reading, element, lineOf(element), path + "[" + index + "]", pattern + "[]");
  }

  /** Its keys and values, unknown and doubled keys refused; empty where it is no section. */
  Section section() {
    if (node instanceof MappingNode mapping) {
      return Section.of(this, mapping);
    }
    if (!isEmpty()) {
      refuse(
          (node instanceof SequenceNode ? "a list" : "a single value")
              + " is not allowed: a section with "
              + reading.known().words(pattern));
    }
    return Section.empty(this);
  }
}
