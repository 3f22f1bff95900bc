package io.airouter.mapserver;

/**
 * Whether the packet that a message was read from is signed with a key. It is asked back to whoever
 * holds the packet, because the signature covers octets and not their meaning.
 */
@FunctionalInterface
public interface SignatureCheck {
  boolean isSignedWith(SiteKey key);
}
