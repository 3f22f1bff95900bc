package io.airouter.boot;

import io.airouter.access.AccountStore;
import io.airouter.access.CurrentUsers;
import io.airouter.access.UserAdministration;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes what knows and changes the users. */
@Dependent
public class AccessComponents {
  @Produces
  @Singleton
  CurrentUsers currentUsers() {
    return new CurrentUsers();
  }

  @Produces
  @Singleton
  UserAdministration userAdministration(
      AccountStore accounts, CurrentUsers current, InstantSource clock, SecureRandom random) {
    return new UserAdministration(accounts, current, clock, random);
  }
}
