package io.airouter.boot;

import io.airouter.cluster.CatalogueCopy;
import io.airouter.cluster.ChangeFeed;
import io.airouter.cluster.ChangeFollower;
import io.airouter.cluster.Leadership;
import io.airouter.cluster.Node;
import io.airouter.mapserver.MapServer;
import io.airouter.model.CatalogueStore;
import io.airouter.persistence.AdvisoryLeadership;
import io.airouter.persistence.ChangePruning;
import io.airouter.persistence.ListeningChangeFeed;
import io.airouter.table.RoutingTable;
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

/** Makes what several nodes need: who this one is, who leads, what others changed. */
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
  ChangeFollower follower(
      CatalogueCopy catalogue, MapServer mapServer, KeyCopies keys, InstantSource clock) {
    return new ChangeFollower(
        new ChangeFollower.Copies(
            catalogue,
            mapServer,
            keys::reloadKey,
            keys::reloadCredential,
            keys::reloadUsers,
            keys::reload),
        clock);
  }

  @Produces
  @Singleton
  CatalogueCopy catalogueCopy(RoutingTable table, CatalogueStore store) {
    return new CatalogueCopy(table, store);
  }

  @Produces
  @Singleton
  @Typed({ListeningChangeFeed.class, ChangeFeed.class})
  ListeningChangeFeed feed(Node node, ChangeFollower follower) {
    return new ListeningChangeFeed(
        database, node, follower, Thread.ofPlatform().name("change-feed").daemon().factory());
  }

  @Produces
  @Singleton
  ChangePruning pruning() {
    return new ChangePruning(database);
  }

  @Produces
  @Singleton
  @Typed({AdvisoryLeadership.class, Leadership.class})
  AdvisoryLeadership leadership(Node node, InstantSource clock) {
    return new AdvisoryLeadership(
        database, node, clock, Thread.ofPlatform().name("leadership").daemon().factory());
  }
}
