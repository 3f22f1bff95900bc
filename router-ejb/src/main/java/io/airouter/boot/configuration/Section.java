package io.airouter.boot.configuration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys and values of one section, all of them known; the environment wins over them. */
final class Section {
  private final Entry place;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Section(Entry place) {
    this.place = place;
  }

  static Section empty(Entry place) {
    return new Section(place);
  }

  static Section of(Entry place, MappingNode mapping) {
    Section section = new Section(place);
    mapping.getValue().forEach(section::add);
    return section;
  }

  private void add(NodeTuple tuple) {
    Findings findings = place.reading().findings();
    int line = Entry.lineOf(tuple.getKeyNode());
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      findings.refuse(line, place.path(), "a key is a single word");
      return;
    }
    String name = key.getValue();
    String path = place.path().isEmpty() ? name : place.path() + "." + name;
    KnownKeys known = place.reading().known();
    String shape = known.placeholder(place.pattern()).orElse(name);
    if (shape.equals(name) && !known.names(place.pattern()).contains(name)) {
      findings.refuse(line, path, known.unknown(place.pattern(), name));
      return;
    }
    String pattern = place.pattern().isEmpty() ? shape : place.pattern() + "." + shape;
    Entry entry = new Entry(place.reading(), tuple.getValueNode(), line, path, pattern);
    Entry first = entries.putIfAbsent(name, entry);
    if (first != null) {
      findings.refuse(line, path, "stands twice, first in line " + first.line());
    }
  }

  /** Where the section itself stands. */
  Entry place() {
    return place;
  }

  Map<String, Entry> entries() {
    return Map.copyOf(entries);
  }

  /** In the order of the file. */
  List<Map.Entry<String, Entry>> inOrder() {
    return List.copyOf(entries.entrySet());
  }

  boolean has(Key<?> key) {
    return entries.containsKey(key.name());
  }

  Optional<Entry> entry(String name) {
    return Optional.ofNullable(entries.get(name)).filter(entry -> !entry.isEmpty());
  }

  Section section(String name) {
    return entry(name).map(Entry::section).orElseGet(() -> empty(absent(name)));
  }

  private Entry absent(String name) {
    String path = place.path().isEmpty() ? name : place.path() + "." + name;
    String pattern = place.pattern().isEmpty() ? name : place.pattern() + "." + name;
    return new Entry(place.reading(), place.node(), place.line(), path, pattern);
  }

  List<Entry> list(String name) {
    return entry(name).map(Entry::elements).orElse(List.of());
  }

  /** The key's value: of the environment, else of the file. */
  <T> Optional<T> find(Key<T> key) {
    Optional<T> written =
        Optional.ofNullable(entries.get(key.name())).flatMap(entry -> entry.value(key.type()));
    return place.reading().environment().find(key).or(() -> written);
  }

  /** The key's value or its default; only for a key that has one. */
  <T> T get(Key<T> key) {
    return find(key).or(key::fallback).orElseThrow();
  }

  /** The key's value; its absence is refused. */
  <T> Optional<T> require(Key<T> key) {
    if (!has(key)) {
      place.refuse(key.name() + " is missing: " + key.type().allowed());
    }
    return find(key);
  }
}
