package io.airouter.dns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * An absolute domain name: labels of 1..63 octets ending in the root label, at most 255 octets in
 * wire form (RFC 1035 §2.3.4).
 *
 * <p>The octets are kept as they were written, so that a question is echoed byte for byte; equality
 * and hash fold ASCII A-Z only (RFC 4343) and leave octets above 127 alone. Immutable; a parent
 * shares its child's octets.
 */
public final class DomainName {
  /** The root, an empty list of labels. */
  public static final DomainName ROOT = new DomainName(new byte[] {0}, 0);

  /** Longest wire form in octets, the root label included. */
  public static final int MAX_OCTETS = 255;

  /** Longest label in octets. */
  public static final int MAX_LABEL_OCTETS = 63;

  private final byte[] octets;
  private final int start;
  private final int labelCount;
  private final int hash;

  private DomainName(byte[] octets, int start) {
    this.octets = octets;
    this.start = start;
    int folded = 1;
    int labels = 0;
    int nextLabel = start;
    for (int i = start; i < octets.length; i++) {
      if (i == nextLabel && octets[i] != 0) {
        labels++;
        nextLabel += octets[i] + 1;
      }
      folded = 31 * folded + fold(octets[i]);
    }
    this.labelCount = labels;
    this.hash = folded;
  }

  /**
   * Reads a name in master-file form (RFC 1035 §5.1): labels between dots, {@code \.} for a literal
   * character, {@code \255} for an octet. With or without the final dot it is absolute; "." is the
   * root.
   *
   * @throws IllegalArgumentException for an empty or long label, a long name, a bad escape, or a
   *     character outside ASCII
   */
  public static DomainName parse(String text) {
    return text.equals(".") ? ROOT : new NameParser(text).under(ROOT);
  }

  /**
   * The name whose uncompressed wire form is {@code wire}; the array is copied.
   *
   * @throws IllegalArgumentException when it is not exactly one well-formed name
   */
  public static DomainName ofWire(byte[] wire) {
    int position = 0;
    while (position < wire.length && wire[position] != 0) {
      requireLabel(wire[position] & 0xff);
      position += wire[position] + 1;
    }
    if (position != wire.length - 1) {
      throw new IllegalArgumentException("not one whole domain name");
    }
    requireLength(wire.length);
    return new DomainName(wire.clone(), 0);
  }

  /** The name one label below this one; dots in {@code label} are part of the label. */
  public DomainName child(String label) {
    return child(NameParser.ascii(label));
  }

  /** The name one label below this one. */
  public DomainName child(byte[] label) {
    requireLabel(label.length);
    int below = wireLength();
    requireLength(label.length + 1 + below);
    byte[] wire = new byte[label.length + 1 + below];
    wire[0] = (byte) label.length;
    System.arraycopy(label, 0, wire, 1, label.length);
    System.arraycopy(octets, start, wire, label.length + 1, below);
    return new DomainName(wire, 0);
  }

  /** {@code relative} in master-file form, taken as relative to this name: {@code _http._tcp}. */
  public DomainName descendant(String relative) {
    return new NameParser(relative).under(this);
  }

  /**
   * The name without its first label.
   *
   * @throws IllegalStateException for the root, which has none
   */
  public DomainName parent() {
    if (isRoot()) {
      throw new IllegalStateException("the root has no parent");
    }
    return new DomainName(octets, start + octets[start] + 1);
  }

  /** This name or the one above it that has {@code labels} labels, 0 for the root. */
  public DomainName ancestor(int labels) {
    Objects.checkIndex(labels, labelCount + 1);
    int at = start;
    for (int skip = labelCount - labels; skip > 0; skip--) {
      at += octets[at] + 1;
    }
    return at == start ? this : new DomainName(octets, at);
  }

  /** Whether this name is {@code ancestor} or lies below it. */
  public boolean isSubdomainOf(DomainName ancestor) {
    return labelCount >= ancestor.labelCount && ancestor.equals(ancestor(ancestor.labelCount));
  }

  public boolean isRoot() {
    return labelCount == 0;
  }

  /** Whether the first label is a lone asterisk (RFC 4592 §2.1.1). */
  public boolean isWildcard() {
    return octets[start] == 1 && octets[start + 1] == '*';
  }

  /** Labels without the root's: 2 for {@code example.com.}. */
  public int labelCount() {
    return labelCount;
  }

  /** The labels from the first on, without the root's, each in master-file form. */
  public List<String> labels() {
    List<String> labels = new ArrayList<>(labelCount);
    for (int at = start; octets[at] != 0; at += octets[at] + 1) {
      StringBuilder text = new StringBuilder();
      NameParser.escape(octets, at + 1, octets[at], text);
      labels.add(text.toString());
    }
    return labels;
  }

  /** Octets of the uncompressed wire form, 1..255. */
  public int wireLength() {
    return octets.length - start;
  }

  /** The uncompressed wire form in the case it was written in; a copy. */
  public byte[] toWire() {
    return Arrays.copyOfRange(octets, start, octets.length);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof DomainName name
            && hash == name.hash
            && wireLength() == name.wireLength()
            && sameOctets(name));
  }

  private boolean sameOctets(DomainName other) {
    // Length octets are below 'A', so folding leaves them alone and labels line up by themselves.
    for (int i = 0; i < wireLength(); i++) {
      if (fold(octets[start + i]) != fold(other.octets[other.start + i])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** The name in master-file form with its final dot. */
  @Override
  public String toString() {
    return isRoot() ? "." : String.join(".", labels()) + ".";
  }

  static void requireLabel(int length) {
    if (length < 1 || length > MAX_LABEL_OCTETS) {
      throw new IllegalArgumentException("a label has 1..63 octets, not " + length);
    }
  }

  static void requireLength(int length) {
    if (length > MAX_OCTETS) {
      throw new IllegalArgumentException("a domain name has at most 255 octets, not " + length);
    }
  }

  private static int fold(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
  }
}
