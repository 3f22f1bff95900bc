package io.airouter.simulator;

import jakarta.json.JsonObject;
import java.io.IOException;

/**
 * One request as a dialect sees it.
 *
 * @param route method and path, as in {@code POST /v1/messages}
 * @param body the bytes received; read as JSON only when the dialect asks
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of one request, never compared
record Call(String route, byte[] body) {

  CallBody json() throws RefusedCallException {
    try {
      JsonObject parsed = JsonText.parse(body);
      return new CallBody(parsed);
    } catch (IOException e) {
      throw RefusedCallException.badRequest("", "The request body is not valid JSON.");
    }
  }
}
