package io.airouter.lisp;

import java.util.Objects;

/**
 * The identity side of a mapping: a block of EIDs of one virtual network, in one spelling only, so
 * that equal blocks are equal values. Bits behind the mask are cleared and an Instance-ID LCAF is
 * unwrapped.
 *
 * <p>A {@link DistinguishedName} of full length means exactly that name (RFC 9735); mask lengths 0,
 * 8 × length + 8 (a sender that counts the NUL) and, for names over 31 octets, 255 are read as
 * full. A shorter mask, in whole octets, means all names that begin so and is spelt with a {@code
 * *} behind those octets. An {@link OpaqueLcaf} matches only itself, whatever its mask length.
 *
 * @param instanceId the virtual network, 0 for the default one, 0..2^32-1
 * @param address the first address of the block
 * @param maskLength the number of leading bits that count
 */
public record EidPrefix(long instanceId, LispAddress address, int maskLength) {
  private static final long MAX_INSTANCE_ID = 0xffff_ffffL;
  private static final int MAX_WIRE_MASK = 255;

  public EidPrefix {
    Objects.requireNonNull(address);
    requireInstanceId(instanceId);
    if (address instanceof InstanceId instance) {
      if (instanceId != 0 || instance.address() instanceof InstanceId) {
        throw new IllegalArgumentException("an EID belongs to one instance: " + instance);
      }
      instanceId = instance.instanceId();
      address = instance.address();
    }
    maskLength = effectiveMask(address, maskLength);
    address = masked(address, maskLength);
  }

  static void requireInstanceId(long instanceId) {
    if (instanceId < 0 || instanceId > MAX_INSTANCE_ID) {
      throw new IllegalArgumentException("Instance-ID " + instanceId);
    }
  }

  /** The prefix that holds {@code address} only. */
  public static EidPrefix host(LispAddress address) {
    return new EidPrefix(0, address, address.addressBits());
  }

  /**
   * Reads {@code 10.1.0.0/16}, {@code 10.100.0.1} (= /32), {@code 2001:db8::/32}, {@code
   * name:model/gpt-4}, each also with an instance in front, {@code [1000]10.1.0.0/16}.
   *
   * @throws IllegalArgumentException if the text is none of these or the mask is out of range
   */
  public static EidPrefix parse(String text) {
    String rest = text;
    long instance = 0;
    int bracket = text.indexOf(']');
    if (text.startsWith("[") && bracket > 0) {
      instance = Long.parseLong(text.substring(1, bracket));
      rest = text.substring(bracket + 1);
    }
    if (rest.startsWith(DistinguishedName.PREFIX)) {
      return parseName(instance, (DistinguishedName) LispAddress.parse(rest));
    }
    int slash = rest.lastIndexOf('/');
    LispAddress address = LispAddress.parse(slash < 0 ? rest : rest.substring(0, slash));
    int mask = slash < 0 ? address.addressBits() : Integer.parseInt(rest.substring(slash + 1));
    return new EidPrefix(instance, address, mask);
  }

  private static EidPrefix parseName(long instance, DistinguishedName name) {
    boolean open = name.name().length() > 1 && name.name().endsWith(DistinguishedName.WILDCARD);
    return new EidPrefix(instance, name, open ? name.addressBits() - 8 : name.addressBits());
  }

  /** The length in bits of an address of this block, 32 for IPv4. */
  public int addressBits() {
    return address.addressBits();
  }

  /** Whether this block is exactly one address. */
  public boolean isHost() {
    return maskLength == addressBits();
  }

  /** Whether each EID of {@code other} is one of this block. */
  public boolean contains(EidPrefix other) {
    if (instanceId != other.instanceId || address.afi() != other.address.afi()) {
      return false;
    }
    if (address instanceof DistinguishedName mine) {
      return containsName(mine, (DistinguishedName) other.address);
    }
    if (address instanceof OpaqueLcaf) {
      return address.equals(other.address);
    }
    return maskLength <= other.maskLength && address.equals(masked(other.address, maskLength));
  }

  private boolean containsName(DistinguishedName mine, DistinguishedName theirs) {
    if (isHost()) {
      return mine.equals(theirs);
    }
    return theirs.name().startsWith(mine.name().substring(0, maskLength / 8));
  }

  /** Whether a prefix can be made of this address and mask length, see the rules above. */
  public static boolean isValid(LispAddress address, int maskLength) {
    return switch (address) {
      case InstanceId instance ->
          !(instance.address() instanceof InstanceId) && isValid(instance.address(), maskLength);
      case OpaqueLcaf _ -> maskLength >= 0 && maskLength <= MAX_WIRE_MASK;
      case DistinguishedName name ->
          isFullName(name.addressBits(), maskLength)
              || (maskLength > 0 && maskLength <= name.addressBits() && maskLength % 8 == 0);
      default -> maskLength >= 0 && maskLength <= address.addressBits();
    };
  }

  private static int effectiveMask(LispAddress address, int maskLength) {
    if (!isValid(address, maskLength)) {
      throw new IllegalArgumentException("mask length " + maskLength + " for " + address);
    }
    boolean fullName =
        address instanceof DistinguishedName && isFullName(address.addressBits(), maskLength);
    return fullName ? address.addressBits() : maskLength;
  }

  private static boolean isFullName(int bits, int maskLength) {
    return maskLength == 0
        || maskLength == bits + 8
        || (maskLength == MAX_WIRE_MASK && bits > MAX_WIRE_MASK);
  }

  private static LispAddress masked(LispAddress address, int maskLength) {
    return switch (address) {
      case Ipv4Address v4 -> v4.masked(maskLength);
      case Ipv6Address v6 -> v6.masked(maskLength);
      case MacAddress mac -> mac.masked(maskLength);
      case DistinguishedName name -> name.masked(maskLength);
      case NoAddress none -> none;
      case LcafAddress lcaf -> lcaf;
    };
  }

  @Override
  public String toString() {
    String instance = instanceId == 0 ? "" : "[" + instanceId + "]";
    boolean plain = address instanceof DistinguishedName || address instanceof NoAddress;
    return instance + address + (plain ? "" : "/" + maskLength);
  }
}
