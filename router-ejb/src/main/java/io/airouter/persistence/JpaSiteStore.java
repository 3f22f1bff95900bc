package io.airouter.persistence;

import io.airouter.access.SecretBox;
import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange.SiteStored;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** LISP sites in PostgreSQL, their secrets sealed with a key that is not there. */
@Stateless
@Local(SiteStore.class)
@PermitAll
public class JpaSiteStore implements SiteStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  @Inject private SecretBox box;
  @Inject private Node node;

  /** For the container. */
  public JpaSiteStore() {}

  JpaSiteStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
    this.node = Node.ALONE;
  }

  @Override
  public List<Site> load() {
    return entities
        .createQuery("select s from SiteRow s order by s.name", SiteRow.class)
        .getResultList()
        .stream()
        .map(row -> row.toSite(box))
        .toList();
  }

  @Override
  public void save(Site site) {
    ChangeJournal.record(entities, node, new SiteStored(site.name()));
    entities.merge(SiteRow.of(site, box));
  }

  /** The tables' foreign keys take its registrations and nonces along. */
  @Override
  public void remove(String name) {
    ChangeJournal.record(entities, node, new SiteStored(name));
    Optional.ofNullable(entities.find(SiteRow.class, name)).ifPresent(entities::remove);
  }
}
