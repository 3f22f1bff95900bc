package io.airouter.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.airouter.access.AuditEntry;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.EditConflictException;
import io.airouter.boundary.EditOrder;
import io.airouter.boundary.EditTransaction;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueStore;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.table.RoutingTable;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The catalogue's boundary in its container: who may pass, and what is kept before it is shown. */
@ExtendWith(ArquillianExtension.class)
class CatalogueIT {
  private static final ModelId GPT_4 = new ModelId("gpt-4");
  private static final EndpointId PRIMARY = new EndpointId("gpt-4-primary");
  private static final String DESCRIPTOR = "META-INF/application.xml";

  @Inject private Catalogue catalogue;
  @Inject private RoutingTable table;
  @Inject private CatalogueStore store;
  @Inject private EditTransaction transaction;

  @Resource(lookup = "jdbc/router")
  private DataSource database;

  /** The archive as it is shipped, with one more web module that holds this test. */
  @Deployment
  static EnterpriseArchive routerWithTest() throws IOException {
    EnterpriseArchive archive =
        ShrinkWrap.create(ZipImporter.class, "router-under-test.ear")
            .importFrom(new File("target/liberty/wlp/usr/servers/router/apps/router.ear"))
            .as(EnterpriseArchive.class);
    WebArchive test =
        ShrinkWrap.create(WebArchive.class, "container-test.war")
            .addClass(CatalogueIT.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    String descriptor;
    try (var stream = archive.get(DESCRIPTOR).getAsset().openStream()) {
      descriptor = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    String module =
        """
        <module><web><web-uri>container-test.war</web-uri>
        <context-root>/container-test</context-root></web></module>
        <library-directory>""";
    archive.delete(DESCRIPTOR);
    archive.addAsModule(Testable.archiveToTest(test));
    archive.setApplicationXML(new StringAsset(descriptor.replace("<library-directory>", module)));
    return archive;
  }

  @Test
  void whoHasNoRoleSetsNoWeight() {
    int before = shownWeight();
    assertThrows(EJBAccessException.class, () -> catalogue.setWeight(GPT_4, PRIMARY, 1));
    assertEquals(before, shownWeight());
  }

  @Test
  void whatTheStoreSavesIsCommittedForEveryOtherConnection() {
    Endpoint kept = table.snapshot().catalogue().endpoint(PRIMARY).orElseThrow();
    store.save(kept.withWeight(41));
    assertEquals(41, keptWeight());
    store.save(kept);
    assertEquals(kept.weight(), keptWeight());
  }

  @Test
  void whenTheLastOfSeveralEditsFailsNothingIsKept() {
    ModelCatalogue now = table.snapshot().catalogue();
    Endpoint endpoint = now.endpoint(PRIMARY).orElseThrow();
    Model model = now.model(GPT_4).orElseThrow();
    InetAddress taken = now.model(new ModelId("claude-3")).orElseThrow().serviceEid();
    EditOrder order =
        EditOrder.of(
            List.of(
                EndpointEdit.change(endpoint, endpoint.withWeight(13)),
                ModelEdit.change(model, model.withServiceEid(taken))));
    AuditEntry entry = new AuditEntry(Instant.EPOCH, "nobody", "endpoint.changed", "it", "");
    assertThrows(EJBException.class, () -> transaction.keep(order, List.of(), List.of(entry)));
    assertEquals(endpoint.weight(), keptWeight());
    assertEquals(0, number("select count(*) from audit_log where actor = ?", "nobody"));
  }

  @Test
  void whatAnotherNodeChangedIsAConflict() {
    Endpoint shown = table.snapshot().catalogue().endpoint(PRIMARY).orElseThrow();
    store.save(shown.withWeight(43));
    try {
      EditOrder order = EditOrder.of(List.of(EndpointEdit.change(shown, shown.withPriority(9))));
      assertThrows(
          EditConflictException.class, () -> transaction.keep(order, List.of(), List.of()));
      assertEquals(43, keptWeight());
    } finally {
      store.save(shown);
    }
  }

  private int shownWeight() {
    return table.snapshot().catalogue().endpoint(PRIMARY).orElseThrow().weight();
  }

  /** As any other connection sees it. */
  private int keptWeight() {
    return number("select weight from endpoint where id = ?", PRIMARY.value());
  }

  private int number(String sql, String argument) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, argument);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
