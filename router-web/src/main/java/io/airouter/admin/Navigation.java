package io.airouter.admin;

import io.airouter.access.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The pages in the order of the navigation; a new page is one line here. */
@Named
@ApplicationScoped
public class Navigation {
  private static final List<NavigationEntry> ENTRIES =
      List.of(
          new NavigationEntry("Dashboard", "/dashboard.xhtml", "objects-column"),
          new NavigationEntry("Query", "/query.xhtml", "directions"),
          new NavigationEntry("Models", "/models.xhtml", "box"),
          new NavigationEntry("Mappings", "/mappings.xhtml", "sitemap"),
          new NavigationEntry("DNS", "/dns.xhtml", "globe"),
          new NavigationEntry("Monitoring", "/monitoring.xhtml", "chart-line"),
          new NavigationEntry("History", "/history.xhtml", "history"),
          new NavigationEntry("SDN", "/sdn.xhtml", "share-alt"),
          new NavigationEntry("Access", "/access.xhtml", "key", Role.ADMIN));

  @Inject private Visitor visitor;

  /** Those for the visitor's role. */
  public List<NavigationEntry> getEntries() {
    return ENTRIES.stream().filter(entry -> visitor.is(entry.role())).toList();
  }
}
