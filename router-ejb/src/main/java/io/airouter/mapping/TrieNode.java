package io.airouter.mapping;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * A node of a path-compressed binary trie: a bit string, what is kept under exactly that, and the
 * longer bit strings that begin so. Immutable; a change copies the path to the root and shares the
 * rest. A node other than {@link #NONE} keeps a value or has two children.
 */
final class TrieNode<V> {
  private static final TrieNode<?> NONE = new TrieNode<>();

  private final BitString bits;
  private final Optional<V> value;
  private final TrieNode<V> zero;
  private final TrieNode<V> one;

  private TrieNode() {
    this.bits = BitString.EMPTY;
    this.value = Optional.empty();
    this.zero = this;
    this.one = this;
  }

  private TrieNode(BitString bits, Optional<V> value, TrieNode<V> zero, TrieNode<V> one) {
    this.bits = bits;
    this.value = value;
    this.zero = zero;
    this.one = one;
  }

  /** The end of a path. */
  @SuppressWarnings("unchecked") // it holds no value, so it fits any type
  static <V> TrieNode<V> none() {
    return (TrieNode<V>) NONE;
  }

  boolean isNone() {
    return this == NONE;
  }

  BitString bits() {
    return bits;
  }

  Optional<V> value() {
    return value;
  }

  /** The child on the way to {@code key}, which is longer than this node's bits. */
  TrieNode<V> toward(BitString key) {
    return key.bit(bits.length()) ? one : zero;
  }

  /** The child that is not on the way to {@code key}. */
  TrieNode<V> beside(BitString key) {
    return key.bit(bits.length()) ? zero : one;
  }

  TrieNode<V> with(BitString key, V added) {
    if (isNone()) {
      return leaf(key, added);
    }
    int common = bits.common(key);
    if (common < bits.length()) {
      return splitAt(common, key, added);
    }
    if (common == key.length()) {
      return new TrieNode<>(bits, Optional.of(added), zero, one);
    }
    return withChild(key, toward(key).with(key, added));
  }

  private static <V> TrieNode<V> leaf(BitString key, V added) {
    return new TrieNode<>(key, Optional.of(added), none(), none());
  }

  private TrieNode<V> splitAt(int common, BitString key, V added) {
    boolean isAbove = common == key.length();
    TrieNode<V> above =
        new TrieNode<>(
            key.first(common), isAbove ? Optional.of(added) : Optional.empty(), none(), none());
    TrieNode<V> withThis = above.withChild(bits, this);
    return isAbove ? withThis : withThis.withChild(key, leaf(key, added));
  }

  private TrieNode<V> withChild(BitString key, TrieNode<V> child) {
    return key.bit(bits.length())
        ? new TrieNode<>(bits, value, zero, child)
        : new TrieNode<>(bits, value, child, one);
  }

  /** The same node where nothing is kept under that key. */
  TrieNode<V> without(BitString key) {
    if (isNone() || bits.common(key) < bits.length()) {
      return this;
    }
    if (bits.length() == key.length()) {
      return value.isEmpty()
          ? this
          : new TrieNode<V>(bits, Optional.empty(), zero, one).compressed();
    }
    TrieNode<V> child = toward(key);
    TrieNode<V> changed = child.without(key);
    return changed == child ? this : withChild(key, changed).compressed();
  }

  private TrieNode<V> compressed() {
    if (value.isPresent() || (!zero.isNone() && !one.isNone())) {
      return this;
    }
    return zero.isNone() ? one : zero;
  }

  /**
   * Shows all values at and below this node in the order of their bits until {@code wanted} says
   * no.
   *
   * @return whether all were shown
   */
  boolean walk(Predicate<V> wanted) {
    if (isNone()) {
      return true;
    }
    return (value.isEmpty() || wanted.test(value.get())) && zero.walk(wanted) && one.walk(wanted);
  }
}
