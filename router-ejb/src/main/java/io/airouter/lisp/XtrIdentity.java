package io.airouter.lisp;

/**
 * Which xTR of which site speaks (RFC 9301 §5.6), the same whatever its addresses are.
 *
 * @param xtrId 16 octets, unique in the site
 * @param siteId 8 octets
 */
public record XtrIdentity(Octets xtrId, Octets siteId) {
  public static final int XTR_ID_LENGTH = 16;
  public static final int SITE_ID_LENGTH = 8;

  public XtrIdentity {
    if (xtrId.length() != XTR_ID_LENGTH || siteId.length() != SITE_ID_LENGTH) {
      throw new IllegalArgumentException("xTR-ID has 16 octets and Site-ID 8");
    }
  }
}
