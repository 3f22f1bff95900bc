package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airouter.query.ClientGoneException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final JsonObject CONTENT =
      json("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüße\"}}]}");
  private static final JsonObject USAGE = json("{\"choices\":[],\"usage\":{\"total_tokens\":3}}");

  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final Map<String, Object> headers = new HashMap<>();
  private boolean gone;

  @Test
  void eachChunkIsAnEventAndTheEndIsSaid() throws Exception {
    EventStream stream = new EventStream(response(), false);
    assertThat(stream.isOpen()).isFalse();

    stream.chunk(CONTENT);
    stream.done();

    assertThat(stream.isOpen()).isTrue();
    assertThat(text()).isEqualTo("data: " + CONTENT + "\n\ndata: [DONE]\n\n");
    assertThat(headers).containsEntry("X-Accel-Buffering", "no");
  }

  @Test
  void theUsageIsForThoseWhoAskedForIt() throws Exception {
    new EventStream(response(), false).chunk(USAGE);
    assertThat(text()).isEmpty();

    new EventStream(response(), true).chunk(USAGE);
    assertThat(text()).contains("total_tokens");
  }

  @Test
  void aBrokenStreamEndsWithItsErrorAndNothingElse() throws Exception {
    EventStream stream = new EventStream(response(), false);
    stream.chunk(CONTENT);

    stream.failed(Problem.of(502, "upstream_error", "cut"));

    assertThat(text()).endsWith("\"code\":\"upstream_error\"}}\n\n").doesNotContain("[DONE]");
  }

  @Test
  void aClientThatLeftIsNoticed() {
    gone = true;

    assertThatExceptionOfType(ClientGoneException.class)
        .isThrownBy(() -> new EventStream(response(), false).chunk(CONTENT));
  }

  private String text() {
    return sent.toString(StandardCharsets.UTF_8);
  }

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  private HttpServletResponse response() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            EventStreamTest.class.getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getOutputStream" -> new Sent();
                  case "setHeader" -> headers.put((String) arguments[0], arguments[1]);
                  default -> method.getDefaultValue();
                });
  }

  private final class Sent extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int octet) throws IOException {
      if (gone) {
        throw new IOException("gone");
      }
      sent.write(octet);
    }
  }
}
