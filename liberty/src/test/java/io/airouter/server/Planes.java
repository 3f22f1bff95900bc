package io.airouter.server;

import io.airouter.access.Role;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.xbill.DNS.SRVRecord;

/** What tests of the pages ask the planes behind them. */
public final class Planes {
  private static final String ZONE = "ai-workload.internal.";

  private final RunningServer server;
  private final Api api;

  public Planes(RunningServer server) {
    this.server = server;
    this.api = Api.of(server).as(Role.ADMIN);
  }

  /** The first password until it is changed, then the one that the tests choose. */
  public String administratorPassword(String chosen) {
    boolean first = Files.exists(server.data().resolve("first-administrator.txt"));
    return first ? server.administratorPassword() : chosen;
  }

  /** Has so many small queries answered, so that there is something to show. */
  public void askSomething(int count) {
    for (int i = 0; i < count; i++) {
      String model = i % 2 == 0 ? "gpt-4" : "claude-3";
      api.post(
          "/v1/chat/completions",
          """
          {"model": "%s", "messages": [{"role": "user", "content": "What is %d + 2?"}]}
          """
              .formatted(model, i));
    }
  }

  /** The weight that a resolver gets of that endpoint. */
  public int dnsWeight(String model, String endpoint) {
    return service(model, endpoint).orElseThrow().getWeight();
  }

  public boolean isInDns(String model, String endpoint) {
    return service(model, endpoint).isPresent();
  }

  private Optional<SRVRecord> service(String model, String endpoint) {
    Map<String, SRVRecord> services =
        new Dns(server.dns()).services("_http._tcp." + model + "." + ZONE, false);
    return Optional.ofNullable(services.get(endpoint + ".ep." + ZONE));
  }

  /** How many audit rows of the database tell of that action on that subject. */
  public long audits(String action, String subject) {
    String count = "SELECT count(*) FROM audit_log WHERE action = ? AND subject = ?";
    try (Connection database = database();
        PreparedStatement query = database.prepareStatement(count)) {
      query.setString(1, action);
      query.setString(2, subject);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's own PostgreSQL, whose port stands in the fourth line of its process file. */
  private Connection database() throws SQLException, IOException {
    Path folder = server.data().resolve("postgres");
    String port = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid")).get(3);
    String password = Files.readString(folder.resolve("password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://localhost:" + port.strip() + "/router", "postgres", password);
  }

  /** Waits until the history of that endpoint's health tells of that standing. */
  public void awaitHealthEvent(String endpoint, String standing) {
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> tellsOf(api.get("/api/v1/endpoints/" + endpoint + "/health"), standing));
  }

  private static boolean tellsOf(Answer health, String standing) {
    return health.json().getJsonArray("events").stream()
        .map(JsonValue::asJsonObject)
        .map((JsonObject event) -> event.getString("to"))
        .anyMatch(standing::equals);
  }
}
