package io.airouter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.DistinguishedName;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.MacAddress;
import io.airouter.lisp.Octets;
import io.airouter.lisp.OpaqueLcaf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EidTrieTest {
  private final Random random = new Random(4342);

  @Test
  void whatIsFoundIsWhatASearchThroughAllEntriesFinds() {
    Map<EidPrefix, Integer> plain = new HashMap<>();
    EidTrie<Integer> trie = EidTrie.empty();
    for (int step = 0; step < 6_000; step++) {
      EidPrefix changed = prefix();
      if (random.nextInt(3) == 0) {
        plain.remove(changed);
        trie = trie.without(changed);
      } else {
        plain.put(changed, step);
        trie = trie.with(changed, step);
      }
      EidPrefix asked = prefix();
      assertThat(trie.size()).isEqualTo(plain.size());
      assertThat(trie.exact(asked)).isEqualTo(Optional.ofNullable(plain.get(asked)));
      assertThat(trie.longestMatch(asked)).isEqualTo(longestMatch(plain, asked));
      assertThat(trie.moreSpecifics(asked, 10_000))
          .containsExactlyInAnyOrderElementsOf(moreSpecifics(plain, asked));
    }
    assertThat(trie.all()).containsExactlyInAnyOrderElementsOf(plain.values());
  }

  @Test
  void aGapOverlapsNothingAndCannotBeWider() {
    for (int round = 0; round < 300; round++) {
      List<EidPrefix> known = new ArrayList<>();
      EidTrie<EidPrefix> trie = EidTrie.empty();
      for (int i = random.nextInt(6); i >= 0; i--) {
        EidPrefix prefix = new EidPrefix(0, new Ipv4Address(random.nextInt()), random.nextInt(10));
        known.add(prefix);
        trie = trie.with(prefix, prefix);
      }
      EidPrefix asked = EidPrefix.host(new Ipv4Address(random.nextInt()));
      EidPrefix gap = trie.gap(asked);
      Optional<EidPrefix> around = trie.longestMatch(asked);
      assertThat(gap.contains(asked)).isTrue();
      assertThat(isFree(gap, known, around)).isTrue();
      if (gap.maskLength() > around.map(EidPrefix::maskLength).orElse(0)) {
        EidPrefix wider = new EidPrefix(0, asked.address(), gap.maskLength() - 1);
        assertThat(isFree(wider, known, around)).isFalse();
      }
    }
  }

  private static boolean isFree(EidPrefix gap, List<EidPrefix> known, Optional<EidPrefix> around) {
    return around.map(a -> a.contains(gap)).orElse(true)
        && known.stream()
            .filter(k -> gap.contains(k) || k.contains(gap))
            .noneMatch(k -> around.isEmpty() || !k.contains(around.get()));
  }

  @Test
  void oldTriesStayAsTheyWere() {
    EidPrefix wide = EidPrefix.parse("10.0.0.0/8");
    EidPrefix narrow = EidPrefix.parse("10.1.0.0/16");
    EidTrie<String> before = EidTrie.<String>empty().with(wide, "wide");
    EidTrie<String> after = before.with(narrow, "narrow").without(wide);
    assertThat(before.longestMatch(narrow)).contains("wide");
    assertThat(after.longestMatch(narrow)).contains("narrow");
    assertThat(after.exact(wide)).isEmpty();
  }

  @Test
  void aNameMatchesItselfAndTheNamePrefixesItBeginsWith() {
    EidTrie<String> trie =
        EidTrie.<String>empty()
            .with(EidPrefix.parse("name:model/*"), "all models")
            .with(EidPrefix.parse("name:model/gpt-4"), "gpt-4");
    assertThat(trie.longestMatch(EidPrefix.parse("name:model/gpt-4"))).contains("gpt-4");
    assertThat(trie.longestMatch(EidPrefix.parse("name:model/gpt-4o"))).contains("all models");
    assertThat(trie.longestMatch(EidPrefix.parse("name:models"))).isEmpty();
  }

  @Test
  void noMoreThanTheCapIsCollected() {
    EidTrie<Integer> trie = EidTrie.empty();
    for (int i = 0; i < 20; i++) {
      trie = trie.with(EidPrefix.host(new Ipv4Address(0x0a000000 + i)), i);
    }
    assertThat(trie.moreSpecifics(EidPrefix.parse("10.0.0.0/8"), 3)).containsExactly(0, 1, 2);
  }

  private static Optional<Integer> longestMatch(Map<EidPrefix, Integer> plain, EidPrefix asked) {
    return plain.entrySet().stream()
        .filter(entry -> entry.getKey().contains(asked))
        .max(
            Comparator.comparingInt((Map.Entry<EidPrefix, Integer> e) -> e.getKey().maskLength())
                .thenComparing(e -> e.getKey().isHost()))
        .map(Map.Entry::getValue);
  }

  private static List<Integer> moreSpecifics(Map<EidPrefix, Integer> plain, EidPrefix asked) {
    return plain.entrySet().stream()
        .filter(entry -> asked.contains(entry.getKey()) && !asked.equals(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A prefix of a small world, so that prefixes meet. */
  private EidPrefix prefix() {
    long instance = random.nextInt(2) == 0 ? 0 : 0xffff_fff0L;
    LispAddress address =
        switch (random.nextInt(5)) {
          case 0 -> new Ipv4Address(random.nextInt(16) << 28 | random.nextInt(4));
          case 1 -> new Ipv6Address(random.nextLong(4) << 62, random.nextLong(4));
          case 2 -> new MacAddress(random.nextLong(4) << 46 | random.nextInt(4));
          case 3 -> new DistinguishedName("abab".substring(0, 1 + random.nextInt(4)));
          default -> new OpaqueLcaf(4, 0, Octets.of(new byte[random.nextInt(3)]));
        };
    int bits = address.addressBits();
    int maskLength = bits == 0 ? 0 : random.nextInt(bits + 1);
    return new EidPrefix(
        instance, address, address instanceof DistinguishedName ? maskLength / 8 * 8 : maskLength);
  }
}
