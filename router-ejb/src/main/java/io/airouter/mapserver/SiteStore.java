package io.airouter.mapserver;

import java.util.List;

/** Where the sites are kept over restarts, their secrets sealed. Durable when a call returns. */
public interface SiteStore {
  /** All sites, in any order. */
  List<Site> load();

  /** Adds the site, or replaces the one of its name with its prefixes and keys. */
  void save(Site site);

  /** Removes the site, its registrations and its nonces; unknown names are no error. */
  void remove(String name);
}
