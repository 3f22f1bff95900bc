package io.airouter.mapping;

import io.airouter.lisp.DistinguishedName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.OpaqueLcaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Something kept for each EID-Prefix, found by exact or longest match. Immutable: any thread reads
 * without locking, and a change makes a new trie that shares all but the changed path with the old
 * one, so that it costs the length of the prefix and not the number of entries.
 *
 * <p>Instance-IDs and address families are separate by the first bits of the key, see {@link
 * BitString}. An {@link OpaqueLcaf} is found whatever its mask length.
 *
 * @param <V> what is kept
 */
public final class EidTrie<V> {
  private final TrieNode<V> root;
  private final int size;

  private EidTrie(TrieNode<V> root, int size) {
    this.root = root;
    this.size = size;
  }

  public static <V> EidTrie<V> empty() {
    return new EidTrie<>(TrieNode.none(), 0);
  }

  public int size() {
    return size;
  }

  /** What is kept for exactly that prefix. */
  public Optional<V> exact(EidPrefix eid) {
    BitString key = BitString.of(eid);
    TrieNode<V> top = top(key);
    return !top.isNone() && top.bits().length() == key.length() ? top.value() : Optional.empty();
  }

  /** What is kept for the longest prefix that contains {@code eid}. */
  public Optional<V> longestMatch(EidPrefix eid) {
    BitString key = BitString.of(eid);
    Optional<V> best = Optional.empty();
    TrieNode<V> node = root;
    while (!node.isNone() && node.bits().common(key) == node.bits().length()) {
      best = node.value().isPresent() ? node.value() : best;
      if (node.bits().length() == key.length()) {
        return best;
      }
      node = node.toward(key);
    }
    return best;
  }

  /**
   * What is kept for prefixes within {@code eid}, itself not, in their order, {@code cap} at most.
   */
  public List<V> moreSpecifics(EidPrefix eid, int cap) {
    BitString key = BitString.of(eid);
    TrieNode<V> top = top(key);
    boolean isExact = !top.isNone() && top.bits().length() == key.length();
    int skipped = isExact && top.value().isPresent() ? 1 : 0;
    List<V> found = collect(top, cap + skipped);
    return found.subList(skipped, found.size());
  }

  /** All that is kept, ordered by Instance-ID, family and prefix. */
  public List<V> all() {
    return collect(root, Integer.MAX_VALUE);
  }

  private static <V> List<V> collect(TrieNode<V> top, int cap) {
    List<V> found = new ArrayList<>();
    Predicate<V> wanted = value -> found.size() < cap && found.add(value);
    top.walk(wanted);
    return List.copyOf(found);
  }

  public EidTrie<V> with(EidPrefix eid, V value) {
    int added = exact(eid).isPresent() ? 0 : 1;
    return new EidTrie<>(root.with(BitString.of(eid), value), size + added);
  }

  /** The same trie where nothing is kept for that prefix. */
  public EidTrie<V> without(EidPrefix eid) {
    TrieNode<V> changed = root.without(BitString.of(eid));
    return changed == root ? this : new EidTrie<>(changed, size - 1);
  }

  /**
   * The least-specific prefix that holds {@code eid}, lies in the longest prefix kept here that
   * contains it, if one does, and overlaps no other prefix kept here. It is {@code eid} itself
   * where that has others within it.
   */
  public EidPrefix gap(EidPrefix eid) {
    if (eid.address() instanceof DistinguishedName || eid.address() instanceof OpaqueLcaf) {
      return eid;
    }
    int maskLength = gapLength(BitString.of(eid)) - BitString.FAMILY_BITS;
    return new EidPrefix(eid.instanceId(), eid.address(), maskLength);
  }

  /** Each turn away from a node that has something on its other side must be in the prefix. */
  private int gapLength(BitString key) {
    int needed = BitString.FAMILY_BITS;
    TrieNode<V> node = root;
    while (!node.isNone()) {
      int common = node.bits().common(key);
      if (common == key.length()) {
        return key.length();
      }
      if (common < node.bits().length()) {
        return Math.max(needed, common + 1);
      }
      int turn = node.beside(key).isNone() ? common : common + 1;
      needed = Math.max(needed, turn);
      node = node.toward(key);
    }
    return needed;
  }

  /** The topmost node whose bits begin with {@code key}. */
  private TrieNode<V> top(BitString key) {
    TrieNode<V> node = root;
    while (!node.isNone()) {
      int common = node.bits().common(key);
      if (common == key.length()) {
        return node;
      }
      if (common < node.bits().length()) {
        return TrieNode.none();
      }
      node = node.toward(key);
    }
    return node;
  }
}
