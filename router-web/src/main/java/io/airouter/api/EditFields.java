package io.airouter.api;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The fields of something an operator edits. All that is wrong is gathered and told at once, each
 * under its field, and a field that nobody asked for is wrong too: a misspelt one would else change
 * nothing and say nothing.
 */
final class EditFields {
  /** What is wrong with one field, in words that follow its name. */
  record Wrong(String field, String reason) {}

  private final JsonObject object;
  private final String prefix;
  private final List<Wrong> wrongs;
  private final Set<String> asked = new HashSet<>();
  private final List<EditFields> parts = new ArrayList<>();

  EditFields(JsonObject object) {
    this(object, "", new ArrayList<>());
  }

  private EditFields(JsonObject object, String prefix, List<Wrong> wrongs) {
    this.object = object;
    this.prefix = prefix;
    this.wrongs = wrongs;
  }

  /** Whether the field is there, be it null. */
  boolean has(String name) {
    asked.add(name);
    return object.containsKey(name);
  }

  /** Whether the field is there and not null. */
  boolean isSaid(String name) {
    return value(name).isPresent();
  }

  Optional<String> text(String name) {
    return value(name)
        .flatMap(
            value -> value instanceof JsonString s ? Optional.of(s.getString()) : no(name, "text"));
  }

  /** What the parser makes of the text. */
  <T> Optional<T> parsed(String name, Function<String, T> parser, String expected) {
    return text(name)
        .flatMap(
            text -> {
              try {
                return Optional.of(parser.apply(text));
              } catch (IllegalArgumentException e) {
                return no(name, expected);
              }
            });
  }

  /** One of the words. */
  <T> Optional<T> word(String name, Function<String, Optional<T>> words, Stream<String> allowed) {
    return text(name)
        .flatMap(
            t ->
                words.apply(t).or(() -> no(name, "one of " + String.join(", ", allowed.toList()))));
  }

  Optional<Long> whole(String name, long least, long most) {
    String expected = "a whole number " + least + ".." + most;
    return value(name)
        .flatMap(
            value -> {
              try {
                long number = value instanceof JsonNumber n ? n.longValueExact() : least - 1;
                return number < least || number > most ? no(name, expected) : Optional.of(number);
              } catch (ArithmeticException e) {
                return no(name, expected);
              }
            });
  }

  /** A decimal number that is not negative. */
  Optional<BigDecimal> amount(String name, BigDecimal most) {
    return value(name)
        .flatMap(
            value ->
                value instanceof JsonNumber n && isWithin(n.bigDecimalValue(), most)
                    ? Optional.of(n.bigDecimalValue())
                    : no(name, "a number 0.." + most.toPlainString()));
  }

  private static boolean isWithin(BigDecimal number, BigDecimal most) {
    return number.signum() >= 0 && number.compareTo(most) <= 0 && number.scale() <= 30;
  }

  Optional<Boolean> flag(String name) {
    return value(name)
        .flatMap(
            value ->
                switch (value.getValueType()) {
                  case TRUE -> Optional.of(true);
                  case FALSE -> Optional.of(false);
                  default -> no(name, "true or false");
                });
  }

  /** A part with fields of its own; without fields where it is absent. */
  EditFields part(String name) {
    return opened(name, json(name).orElse(JsonValue.EMPTY_JSON_OBJECT));
  }

  /** A part that somebody else reads. */
  Optional<JsonObject> json(String name) {
    return value(name)
        .flatMap(value -> value instanceof JsonObject o ? Optional.of(o) : no(name, "an object"));
  }

  /** The parts of a list; none where it is absent. */
  List<EditFields> list(String name) {
    List<EditFields> opened = new ArrayList<>();
    for (JsonValue element : elements(name)) {
      String place = name + "[" + opened.size() + "]";
      if (element instanceof JsonObject nested) {
        opened.add(opened(place, nested));
      } else {
        wrong(place, "must be an object");
      }
    }
    return opened;
  }

  /** The parsed texts of a list. */
  <T> List<T> texts(String name, Function<String, T> parser, String expected) {
    List<T> values = new ArrayList<>();
    for (JsonValue element : elements(name)) {
      try {
        values.add(parser.apply(((JsonString) element).getString()));
      } catch (IllegalArgumentException | ClassCastException e) {
        wrong(name, "must be a list, each " + expected);
      }
    }
    return values;
  }

  private List<JsonValue> elements(String name) {
    return value(name)
        .<List<JsonValue>>flatMap(
            value ->
                value.getValueType() == JsonValue.ValueType.ARRAY
                    ? Optional.of(List.copyOf(value.asJsonArray()))
                    : no(name, "a list"))
        .orElse(List.of());
  }

  private EditFields opened(String name, JsonObject nested) {
    EditFields part = new EditFields(nested, prefix + name + ".", wrongs);
    parts.add(part);
    return part;
  }

  /** Fields that answers show and requests may send back. */
  EditFields ignoring(Set<String> shown) {
    asked.addAll(shown);
    return this;
  }

  void wrong(String name, String reason) {
    wrongs.add(new Wrong(prefix + name, reason));
  }

  /** Ends the reading: throws where anything was wrong or is left over. */
  void close() {
    refuseLeftOvers();
    refuse();
  }

  /** Throws where anything was wrong so far. */
  void refuse() {
    if (!wrongs.isEmpty()) {
      throw problem(wrongs).asException();
    }
  }

  private void refuseLeftOvers() {
    object.keySet().stream()
        .filter(name -> !asked.contains(name))
        .forEach(
            name ->
                wrong(
                    name,
                    "is no field here; there are "
                        + String.join(", ", asked.stream().sorted().toList())));
    parts.forEach(EditFields::refuseLeftOvers);
  }

  static Problem problem(List<Wrong> wrongs) {
    Wrong first = wrongs.getFirst();
    String more = wrongs.size() == 1 ? "" : " (and " + (wrongs.size() - 1) + " more)";
    JsonArrayBuilder errors = Json.createArrayBuilder();
    wrongs.forEach(
        w ->
            errors.add(
                Json.createObjectBuilder().add("field", w.field()).add("detail", w.reason())));
    return Problem.of(
            Problem.UNPROCESSABLE,
            "invalid_field",
            "'" + first.field() + "' " + first.reason() + more + ".")
        .inField(first.field())
        .with(Json.createObjectBuilder().add("errors", errors).build());
  }

  private Optional<JsonValue> value(String name) {
    asked.add(name);
    return Optional.ofNullable(object.get(name)).filter(value -> !value.equals(JsonValue.NULL));
  }

  private <T> Optional<T> no(String name, String expected) {
    wrong(name, "must be " + expected);
    return Optional.empty();
  }
}
