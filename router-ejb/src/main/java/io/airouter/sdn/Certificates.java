package io.airouter.sdn;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.List;

/** X.509 certificates in PEM, as operators paste them. */
public final class Certificates {
  private Certificates() {}

  /**
   * Reads one or more.
   *
   * @throws IllegalArgumentException where the text holds no certificate, or something else too
   */
  public static List<Certificate> read(String pem) {
    try {
      byte[] octets = pem.getBytes(StandardCharsets.US_ASCII);
      List<Certificate> found =
          List.copyOf(
              CertificateFactory.getInstance("X.509")
                  .generateCertificates(new ByteArrayInputStream(octets)));
      if (!found.isEmpty()) {
        return found;
      }
    } catch (CertificateException e) {
      throw new IllegalArgumentException("not certificates in PEM", e);
    }
    throw new IllegalArgumentException("not certificates in PEM");
  }
}
