package io.airouter.mapserver;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sites without a database. */
public final class SitesInMemory implements SiteStore {
  private final Map<String, Site> sites = new LinkedHashMap<>();

  public SitesInMemory(Site... sites) {
    for (Site site : sites) {
      save(site);
    }
  }

  @Override
  public List<Site> load() {
    return List.copyOf(sites.values());
  }

  @Override
  public void save(Site site) {
    sites.put(site.name(), site);
  }

  @Override
  public void remove(String name) {
    sites.remove(name);
  }
}
