package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page of another name, rebound to this machine, may send along with its requests. */
@ExtendWith(ServerExtension.class)
class ForgedHeadersIT {
  private static final String BODY = "{\"query\":\"x\",\"dry_run\":true}";

  @Test
  void aReboundNameIsNotThisMachineWhateverHeadersSay(RunningServer server) throws IOException {
    assertThat(status(server, "")).contains(" 401 ");
    assertThat(status(server, "$WSSN: localhost\r\n")).contains(" 401 ");
    assertThat(status(server, "$WSSN: 127.0.0.1\r\n$WSRA: 127.0.0.1\r\n")).contains(" 401 ");
  }

  /** Over a plain socket, since clients choose the Host header themselves. */
  private static String status(RunningServer server, String headers) throws IOException {
    URI http = server.http();
    String request =
        "POST /route HTTP/1.1\r\nHost: evil.example:"
            + http.getPort()
            + "\r\nOrigin: http://evil.example:"
            + http.getPort()
            + "\r\nConnection: close\r\nContent-Length: "
            + BODY.length()
            + "\r\n"
            + headers
            + "\r\n"
            + BODY;
    try (Socket socket = new Socket(http.getHost(), http.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("");
    }
  }
}
