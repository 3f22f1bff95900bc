package io.airouter.persistence;

import io.airouter.access.CredentialStore;
import io.airouter.access.SecretBox;
import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange.CredentialStored;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Endpoint secrets in PostgreSQL, sealed with a key that is not there. */
@Stateless
@Local(CredentialStore.class)
@PermitAll
public class JpaCredentialStore implements CredentialStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  @Inject private SecretBox box;
  @Inject private Node node;

  /** For the container. */
  public JpaCredentialStore() {}

  JpaCredentialStore(EntityManager entities, SecretBox box) {
    this.entities = entities;
    this.box = box;
    this.node = Node.ALONE;
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(entities.find(CredentialRow.class, name))
        .map(row -> box.open(row.toSealed(), purpose(name)))
        .map(octets -> new String(octets, StandardCharsets.UTF_8));
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(
        entities.createQuery("select c.name from CredentialRow c", String.class).getResultList());
  }

  @Override
  public void save(String name, String secret) {
    ChangeJournal.record(entities, node, new CredentialStored(name));
    byte[] octets = secret.getBytes(StandardCharsets.UTF_8);
    entities.merge(CredentialRow.of(name, box.seal(octets, purpose(name))));
  }

  @Override
  public void remove(String name) {
    ChangeJournal.record(entities, node, new CredentialStored(name));
    Optional.ofNullable(entities.find(CredentialRow.class, name)).ifPresent(entities::remove);
  }

  private static String purpose(String name) {
    return "credential/" + name;
  }
}
