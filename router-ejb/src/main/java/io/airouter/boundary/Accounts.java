package io.airouter.boundary;

import io.airouter.access.AccessKeys;
import io.airouter.access.AccountStore;
import io.airouter.access.ApiKey;
import io.airouter.access.AuditEntry;
import io.airouter.access.Caller;
import io.airouter.access.CreatedKey;
import io.airouter.access.CurrentUsers;
import io.airouter.access.IssuedToken;
import io.airouter.access.PasswordSignIn;
import io.airouter.access.PasswordSignIn.Visit;
import io.airouter.access.PasswordVerdict;
import io.airouter.access.SignedIn;
import io.airouter.access.Tokens;
import io.airouter.access.User;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Users, tokens and API keys for the outside. The store commits each change before it takes effect
 * in memory, so no transaction is held here while passwords are hashed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Accounts {
  @Inject private AccountStore store;
  @Inject private PasswordSignIn passwords;
  @Inject private Tokens tokens;
  @Inject private AccessKeys accessKeys;
  @Inject private CurrentUsers users;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  /** The user of that name and password; empty for a wrong one, or while guessing is slowed. */
  @PermitAll
  public Optional<SignedIn> signIn(Visit visit, char[] password) {
    return passwords.signIn(visit, password);
  }

  /**
   * What somebody who signed in once may do now; empty where they were removed or disabled since,
   * or got another password. From memory only.
   */
  @PermitAll
  public Optional<SignedIn> current(SignedIn once) {
    return users.current(once);
  }

  /** A bearer token for somebody who just signed in. */
  @PermitAll
  public IssuedToken issueToken(SignedIn user) {
    return tokens.issue(user);
  }

  /**
   * Who a bearer token speaks for, with the role they have now; empty for one that is not ours,
   * altered or expired, or of a user who was removed, disabled or given another password.
   */
  @PermitAll
  public Optional<SignedIn> verifyToken(String jwt) {
    return tokens.verify(jwt).flatMap(users::current);
  }

  /** A signed note for the browser of somebody who is signed in to the pages. */
  @PermitAll
  public String issueSession(SignedIn user) {
    return tokens.issueForPages(user);
  }

  /** Whom such a note speaks for, with the role they have now; empty where it tells nothing. */
  @PermitAll
  public Optional<SignedIn> verifySession(String note) {
    return tokens.verifyForPages(note).flatMap(users::current);
  }

  /** Whether such a note need not be renewed yet. */
  @PermitAll
  public boolean isFreshSession(String note) {
    return tokens.isFreshForPages(note) && verifySession(note).isPresent();
  }

  /**
   * Replaces a password; the old one proves who asks. Sessions and tokens of the old one end.
   *
   * @return the user as they are signed in from now on
   * @throws PasswordRefusedException if the old one is wrong or the new one not good enough
   */
  @PermitAll
  public SignedIn changePassword(Visit visit, char[] old, char[] fresh) {
    PasswordVerdict verdict = passwords.change(visit, old, fresh);
    if (verdict != PasswordVerdict.CHANGED) {
      throw new PasswordRefusedException(verdict);
    }
    User user = store.user(visit.canonical().name()).orElseThrow();
    users.put(user);
    return user.signedIn();
  }

  /** A new API key; its secret is in the answer and nowhere else. */
  @RolesAllowed(Roles.ADMIN)
  public CreatedKey createKey(String name, Optional<Instant> expiresAt, String createdBy) {
    CreatedKey created = accessKeys.create(name, expiresAt, createdBy);
    ApiKey key = created.key();
    store.save(
        key, new AuditEntry(clock.instant(), createdBy, "api_key.created", key.id(), key.name()));
    accessKeys.put(key);
    return created;
  }

  /** All keys, revoked and expired ones too, newest first. */
  @RolesAllowed(Roles.ADMIN)
  public List<ApiKey> keys() {
    return store.keys().stream().map(accessKeys::withLastUse).toList();
  }

  /** Ends a key at once and for good; false if there is no such key or it was revoked before. */
  @RolesAllowed(Roles.ADMIN)
  public boolean revokeKey(String id) {
    Optional<ApiKey> key =
        store.keys().stream().filter(k -> k.id().equals(id) && k.enabled()).findFirst();
    key.map(ApiKey::revoked).ifPresent(this::keepRevoked);
    return key.isPresent();
  }

  private void keepRevoked(ApiKey key) {
    String actor = session.getCallerPrincipal().getName();
    store.save(
        key, new AuditEntry(clock.instant(), actor, "api_key.revoked", key.id(), key.name()));
    accessKeys.put(key);
  }

  /** Whose API key that is, from memory only; empty for an unknown, revoked or expired one. */
  @PermitAll
  public Optional<Caller> callerOf(String apiKeySecret) {
    return accessKeys.callerOf(apiKeySecret);
  }
}
