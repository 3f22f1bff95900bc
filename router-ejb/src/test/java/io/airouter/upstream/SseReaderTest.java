package io.airouter.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
  private static final String STREAM =
      """
      : comment
      event: first
      data: {"text":"grüß 😀"}

      data: one
      data: two
      retry: 10

      event: no data

      data
      id: 7

      data:unspaced

      """;
  private static final List<StreamEvent> EVENTS =
      List.of(
          new StreamEvent("first", "{\"text\":\"grüß 😀\"}"),
          new StreamEvent("", "one\ntwo"),
          new StreamEvent("", ""),
          new StreamEvent("", "unspaced"));

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void eventsAreTheSameWhereverTheOctetsAreCut(String lineEnd) throws IOException {
    byte[] octets = STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= octets.length; cut++) {
      InputStream twoParts =
          new SequenceInputStream(
              new ByteArrayInputStream(Arrays.copyOfRange(octets, 0, cut)),
              new ByteArrayInputStream(Arrays.copyOfRange(octets, cut, octets.length)));
      assertThat(events(twoParts)).as("cut at %d", cut).isEqualTo(EVENTS);
    }
  }

  @Test
  void singleOctetsMakeTheSameEvents() throws IOException {
    InputStream dribbling =
        new ByteArrayInputStream(STREAM.getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            return super.read(buffer, offset, Math.min(1, length));
          }
        };
    assertThat(events(dribbling)).isEqualTo(EVENTS);
  }

  @Test
  void anEventThatTheEndCutsOffIsDropped() throws IOException {
    assertThat(events(input("data: whole\n\ndata: cut\n"))).hasSize(1);
    assertThat(events(input("data: whole\n\ndata: cu"))).hasSize(1);
  }

  @Test
  void anEventIsHandedOutWithoutWaitingBehindItsLastCarriageReturn() throws IOException {
    InputStream open =
        new ByteArrayInputStream("data: x\r\r".getBytes(StandardCharsets.UTF_8)) {
          @Override
          public synchronized int read(byte[] buffer, int offset, int length) {
            int count = super.read(buffer, offset, length);
            if (count < 0) {
              throw new AssertionError("asked for more than the event needs");
            }
            return count;
          }
        };
    assertThat(new SseReader(open).next()).contains(new StreamEvent("", "x"));
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    assertThat(events(input("\uFEFFdata: x\n\n"))).containsExactly(new StreamEvent("", "x"));
  }

  @Test
  void anEndlessLineAndAnEndlessEventAreRubbish() {
    String line = "data: " + "x".repeat(LineReader.MAX_LINE_OCTETS);
    assertThatThrownBy(() -> events(input(line))).isInstanceOf(RubbishException.class);
    String lines = ("data: " + "x".repeat(1000) + "\n").repeat(1100);
    assertThatThrownBy(() -> events(input(lines))).isInstanceOf(RubbishException.class);
  }

  @Test
  void newlineDelimitedJsonIsAnEventALine() throws IOException {
    NdjsonReader reader = new NdjsonReader(input("{\"a\":1}\n\n{\"b\":2}\n{\"cut"));
    assertThat(reader.next()).contains(new StreamEvent("", "{\"a\":1}"));
    assertThat(reader.next()).contains(new StreamEvent("", "{\"b\":2}"));
    assertThat(reader.next()).isEmpty();
  }

  private static InputStream input(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<StreamEvent> events(InputStream in) throws IOException {
    SseReader reader = new SseReader(in);
    List<StreamEvent> events = new ArrayList<>();
    Optional<StreamEvent> event = reader.next();
    while (event.isPresent()) {
      events.add(event.get());
      event = reader.next();
    }
    return events;
  }
}
