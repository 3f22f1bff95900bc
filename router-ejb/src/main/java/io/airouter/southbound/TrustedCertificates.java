package io.airouter.southbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A trust store of one controller's own, made of certificates in PEM. */
public final class TrustedCertificates {
  private TrustedCertificates() {}

  /**
   * Trusts these certificates and what they signed, and nothing else.
   *
   * @throws IllegalArgumentException where the text holds no certificate, or something else too
   */
  public static SSLContext context(String pem) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : certificates(pem)) {
        store.setCertificateEntry("trusted-" + number++, certificate);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("every JDK has TLS", e);
    }
  }

  /**
   * Refuses what is no certificate.
   *
   * @throws IllegalArgumentException where the text holds no certificate, or something else too
   */
  public static void check(String pem) {
    certificates(pem);
  }

  private static Collection<? extends Certificate> certificates(String pem) {
    try {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not certificates in PEM", e);
    }
    throw new IllegalArgumentException("not certificates in PEM");
  }
}
