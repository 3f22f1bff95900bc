package io.airouter.boot;

import io.airouter.cluster.Leadership;
import io.airouter.cluster.Node;
import io.airouter.persistence.AdvisoryLeadership;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes what several nodes need: who this one is, who leads. */
@Dependent
public class NodeComponents {
  @Resource(lookup = "jdbc/router")
  private DataSource database;

  @Produces
  @Singleton
  Node node() {
    String name = System.getenv().getOrDefault("ROUTER_NODE_NAME", "").strip();
    return new Node(UUID.randomUUID().toString(), name.isEmpty() ? hostName() : name);
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "router";
    }
  }

  @Produces
  @Singleton
  @Typed({AdvisoryLeadership.class, Leadership.class})
  AdvisoryLeadership leadership(Node node, InstantSource clock) {
    return new AdvisoryLeadership(
        database, node, clock, Thread.ofPlatform().name("leadership").daemon().factory());
  }
}
