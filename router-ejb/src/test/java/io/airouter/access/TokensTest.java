package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import org.junit.jupiter.api.Test;

class TokensTest {
  private static final byte[] KEY = filled(1);
  private static final SignedIn ALICE = new SignedIn("alice", Role.OPERATOR, false, "mark");
  private final SettableClock clock = new SettableClock();
  private final Tokens tokens = new Tokens(KEY, Tokens.DEFAULT_LIFETIME, clock);

  @Test
  void aTokenSpeaksForTheUserItWasIssuedTo() {
    IssuedToken issued = tokens.issue(ALICE);

    assertThat(tokens.verify(issued.token())).contains(ALICE);
    assertThat(issued.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    assertThat(issued.toString()).doesNotContain(issued.token());
  }

  @Test
  void aTokenEndsAfterAnHour() {
    String token = tokens.issue(ALICE).token();

    clock.advance(Duration.ofHours(1).minusSeconds(1));
    assertThat(tokens.verify(token)).contains(ALICE);
    clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void anotherKeysTokenIsRefused() {
    String foreign = new Tokens(filled(2), Tokens.DEFAULT_LIFETIME, clock).issue(ALICE).token();

    assertThat(tokens.verify(foreign)).isEmpty();
  }

  @Test
  void anUnsignedTokenIsRefused() {
    String unsigned = new PlainJWT(new PlainHeader(), claims().build()).serialize();

    assertThat(tokens.verify(unsigned)).isEmpty();
  }

  @Test
  void anotherAlgorithmIsRefusedEvenWithTheRightKey() throws JOSEException {
    byte[] longKey = Arrays.copyOf(KEY, 64);
    Tokens strict = new Tokens(longKey, Tokens.DEFAULT_LIFETIME, clock);

    assertThat(strict.verify(signed(longKey, JWSAlgorithm.HS512, claims()))).isEmpty();
    assertThat(strict.verify(signed(longKey, JWSAlgorithm.HS256, claims()))).isPresent();
  }

  @Test
  void aWrongIssuerAudienceOrRoleIsRefused() throws JOSEException {
    assertThat(tokens.verify(signed(KEY, JWSAlgorithm.HS256, claims().issuer("x")))).isEmpty();
    assertThat(tokens.verify(signed(KEY, JWSAlgorithm.HS256, claims().audience("x")))).isEmpty();
    assertThat(tokens.verify(signed(KEY, JWSAlgorithm.HS256, claims().claim("role", "root"))))
        .isEmpty();
    assertThat(tokens.verify(signed(KEY, JWSAlgorithm.HS256, claims().claim("role", 7)))).isEmpty();
    assertThat(tokens.verify(signed(KEY, JWSAlgorithm.HS256, claims().expirationTime(null))))
        .isEmpty();
  }

  @Test
  void rubbishIsRefused() {
    assertThat(tokens.verify("")).isEmpty();
    assertThat(tokens.verify("a.b.c")).isEmpty();
    assertThat(tokens.verify("..")).isEmpty();
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> new Tokens(new byte[16], Tokens.DEFAULT_LIFETIME, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(Tokens.ISSUER)
        .audience(Tokens.AUDIENCE)
        .subject("alice")
        .claim("role", "admin")
        .claim("password_mark", "mark")
        .expirationTime(Date.from(clock.instant().plusSeconds(60)));
  }

  private static String signed(byte[] key, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims)
      throws JOSEException {
    SignedJWT token = new SignedJWT(new JWSHeader(algorithm), claims.build());
    token.sign(new MACSigner(key));
    return token.serialize();
  }

  private static byte[] filled(int octet) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) octet);
    return key;
  }
}
