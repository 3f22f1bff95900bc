package io.airouter.boot.configuration;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * The YAML of a file as nodes with their lines. Size, depth and aliases are bounded before anything
 * is built, and nodes are never expanded into values, so that a small file cannot grow large.
 */
final class YamlDocument {
  static final int MAX_CHARACTERS = 1 << 20;

  /** What an absent section is. */
  static final Node NOTHING = new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN);

  private static final int MAX_DEPTH = 32;
  private static final int MAX_ALIASES = 50;

  private YamlDocument() {}

  /** The root; empty for a file of comments only, or one that is refused. */
  static Optional<Node> compose(String text, Findings findings) {
    if (text.length() > MAX_CHARACTERS) {
      findings.refuse(0, "", "is longer than " + MAX_CHARACTERS + " characters");
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(MAX_ALIASES)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();
    try {
      return isShallow(settings, text, findings)
          ? new Compose(settings).composeString(text)
          : Optional.empty();
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().or(e::getContextMark).map(Mark::getLine).orElse(0) + 1;
      findings.refuse(line, "", "is not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      findings.refuse(1, "", "is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  /** The composer recurses, so the depth is counted on the flat events first. */
  private static boolean isShallow(LoadSettings settings, String text, Findings findings) {
    int depth = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      depth +=
          switch (event.getEventId()) {
            case MappingStart, SequenceStart -> 1;
            case MappingEnd, SequenceEnd -> -1;
            default -> 0;
          };
      if (depth > MAX_DEPTH) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        findings.refuse(line, "", "is nested deeper than " + MAX_DEPTH);
        return false;
      }
    }
    return true;
  }
}
