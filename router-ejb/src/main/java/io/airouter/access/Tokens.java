package io.airouter.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues and verifies the API's bearer tokens: JWTs (RFC 7519) signed by HS256, and by nothing else
 * whatever a header says (RFC 8725 §3.1), with issuer, audience and an end. Safe for many threads.
 */
public final class Tokens {
  public static final String ISSUER = "airouter";
  public static final String AUDIENCE = "airouter-api";

  /** Of tokens that make a browser's session anew and open nothing else. */
  private static final String PAGES = "airouter-pages";

  private static final Duration PAGES_LIFETIME = Duration.ofMinutes(30);
  private static final Duration PAGES_FRESH = Duration.ofMinutes(25);

  /** How long a token lives where nothing else is configured. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofHours(1);

  private static final String ROLE = "role";
  private static final String MUST_CHANGE_PASSWORD = "must_change_password";
  private static final String PASSWORD_MARK = "password_mark";

  private final JWSSigner signer;
  private final JWSVerifier verifier;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * Signs with that key.
   *
   * @param key 256 bits, see {@link SecretKeys}
   */
  public Tokens(byte[] key, Duration lifetime, InstantSource clock) {
    try {
      this.signer = new MACSigner(key);
      this.verifier = new MACVerifier(key);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("a token key has at least 256 bits", e);
    }
    this.lifetime = lifetime;
    this.clock = clock;
  }

  public IssuedToken issue(SignedIn user) {
    return issue(user, AUDIENCE, lifetime);
  }

  /** A token for the pages: half an hour, renewed while pages are looked at. */
  public String issueForPages(SignedIn user) {
    return issue(user, PAGES, PAGES_LIFETIME).token();
  }

  private IssuedToken issue(SignedIn user, String audience, Duration life) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant end = now.plus(life);
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(audience)
            .subject(user.name())
            .claim(ROLE, user.role().word())
            .claim(MUST_CHANGE_PASSWORD, user.mustChangePassword())
            .claim(PASSWORD_MARK, user.passwordMark())
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(end))
            .build();
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("HS256 with a 256-bit key signs anything", e);
    }
    return new IssuedToken(token.serialize(), end);
  }

  /**
   * Who the token was issued to; empty for one that is not ours, altered or expired. What they may
   * do now {@link CurrentUsers} says.
   */
  public Optional<SignedIn> verify(String token) {
    return verify(token, AUDIENCE, clock.instant());
  }

  /** Whom a token for the pages speaks for. */
  public Optional<SignedIn> verifyForPages(String token) {
    return verify(token, PAGES, clock.instant());
  }

  /** Whether a token for the pages was issued within the last minutes. */
  public boolean isFreshForPages(String token) {
    return verify(token, PAGES, clock.instant().plus(PAGES_FRESH)).isPresent();
  }

  private Optional<SignedIn> verify(String token, String audience, Instant at) {
    try {
      SignedJWT parsed = SignedJWT.parse(token);
      boolean ours =
          JWSAlgorithm.HS256.equals(parsed.getHeader().getAlgorithm()) && parsed.verify(verifier);
      return ours ? signedIn(parsed.getJWTClaimsSet(), audience, at) : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static Optional<SignedIn> signedIn(JWTClaimsSet claims, String audience, Instant at)
      throws ParseException {
    Date end = claims.getExpirationTime();
    boolean valid =
        ISSUER.equals(claims.getIssuer())
            && List.of(audience).equals(claims.getAudience())
            && end != null
            && at.isBefore(end.toInstant())
            && claims.getSubject() != null
            && claims.getStringClaim(ROLE) != null
            && claims.getStringClaim(PASSWORD_MARK) != null;
    if (!valid) {
      return Optional.empty();
    }
    boolean mustChange = Boolean.TRUE.equals(claims.getBooleanClaim(MUST_CHANGE_PASSWORD));
    String mark = claims.getStringClaim(PASSWORD_MARK);
    return Role.ofWord(claims.getStringClaim(ROLE))
        .map(role -> new SignedIn(claims.getSubject(), role, mustChange, mark));
  }
}
