package io.airouter.persistence;

import io.airouter.cluster.ChangeTurn;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The turn as an advisory lock that ends with the transaction. */
@Stateless
@Local(ChangeTurn.class)
@PermitAll
public class JpaChangeTurn implements ChangeTurn {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  @Override
  public void take() {
    entities.createNativeQuery("SELECT 1 FROM take_turn()", Integer.class).getSingleResult();
  }
}
