package io.airouter.upstream;

import io.airouter.model.Model;
import io.airouter.query.Fleet;
import io.airouter.query.UpstreamCall;
import java.net.URI;
import java.time.Duration;

/** Answers, calls and bounds that the tests of the HTTP upstream share. */
final class UpstreamCalls {
  static final String SSE = "text/event-stream";
  static final String ANSWER =
      "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"}}]}";
  static final String ROLE =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\"}}]}\n\n";
  static final String CONTENT =
      "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hi\"}}]}\n\n";
  static final String FINISH =
      "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
  static final String LAST_CHUNK = "0\r\n\r\n";

  static final UpstreamSettings SMALL =
      new UpstreamSettings(Duration.ofSeconds(2), Duration.ofSeconds(20), 10, 10, 5_000);

  private UpstreamCalls() {}

  static UpstreamCall call(TinyServer server) {
    return call(server, Fleet.gpt());
  }

  static UpstreamCall call(TinyServer server, Model model) {
    return call(server.url(), model, Duration.ofSeconds(10));
  }

  static UpstreamCall call(URI url, Model model, Duration timeout) {
    return new UpstreamCall(
        "req-1",
        model,
        Fleet.withCredential(Fleet.endpointAt("e", model.id(), url), "key"),
        Fleet.chat("Hello"),
        timeout);
  }
}
