package io.airouter.lisp;

import java.util.Objects;

/**
 * An address within one virtual network (LCAF type 2, RFC 8060 §4.1). As an EID it is unwrapped by
 * {@link EidPrefix}.
 *
 * @param instanceId the 32-bit Instance-ID
 * @param maskLength the Instance-ID's own mask length, meaningful only for ranges of instances;
 *     deployed senders write 0 or 32 for a single instance
 * @param address the address within the instance
 */
public record InstanceId(long instanceId, int maskLength, LispAddress address)
    implements LcafAddress {
  public static final int TYPE = 2;

  public InstanceId {
    EidPrefix.requireInstanceId(instanceId);
    if (maskLength < 0 || maskLength > 255) {
      throw new IllegalArgumentException("Instance-ID mask length " + maskLength);
    }
    Objects.requireNonNull(address);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public int addressBits() {
    return address.addressBits();
  }

  @Override
  public String toString() {
    return "[" + instanceId + "]" + address;
  }
}
