package io.airouter.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {
  private static final DomainName ZONE = DomainName.parse("ai-workload.internal");

  @Test
  void theFinalDotMakesNoDifference() {
    assertThat(DomainName.parse("gpt-4.ai-workload.internal."))
        .isEqualTo(DomainName.parse("gpt-4.ai-workload.internal"))
        .hasToString("gpt-4.ai-workload.internal.");
  }

  @Test
  void theWireFormIsLengthsAndLabelsUpToTheRoot() {
    assertThat(DomainName.parse("ab.c").toWire())
        .isEqualTo(HexFormat.of().parseHex("026162" + "0163" + "00"));
    assertThat(DomainName.ROOT.toWire()).containsExactly(0);
    assertThat(DomainName.parse(".")).isSameAs(DomainName.ROOT).hasToString(".");
  }

  @Test
  void namesThatDifferInAsciiCaseAreEqualAndKeepTheirCase() {
    DomainName mixed = DomainName.parse("GpT-4.Ai-WorkLoad.iNTERNAL");
    assertThat(mixed).isEqualTo(ZONE.child("gpt-4")).hasSameHashCodeAs(ZONE.child("gpt-4"));
    assertThat(mixed).hasToString("GpT-4.Ai-WorkLoad.iNTERNAL.");
  }

  @Test
  void octetsAboveAsciiAreNotFolded() {
    assertThat(DomainName.parse("\\196")).isNotEqualTo(DomainName.parse("\\228"));
    assertThat(DomainName.parse("[")).isNotEqualTo(DomainName.parse("{"));
  }

  @Test
  void namesWithTheSameOctetsInOtherLabelsDiffer() {
    assertThat(DomainName.parse("a\\001b")).isNotEqualTo(DomainName.parse("a.b"));
  }

  @Test
  void escapesStandForOctetsAndAreWrittenBack() {
    DomainName name = DomainName.parse("gpt-3\\.5.\\000\\255\\\\");
    assertThat(name.labelCount()).isEqualTo(2);
    assertThat(name).hasToString("gpt-3\\.5.\\000\\255\\\\.");
  }

  @Test
  void aChildTakesDotsIntoItsLabelAndADescendantSplitsAtThem() {
    assertThat(ZONE.child("gpt-3.5").labelCount()).isEqualTo(3);
    assertThat(ZONE.descendant("_http._tcp.gpt-4"))
        .isEqualTo(DomainName.parse("_http._tcp.gpt-4.ai-workload.internal"));
  }

  @Test
  void parentsAndAncestorsLoseLabelsFromTheFront() {
    DomainName name = DomainName.parse("a.b.c");
    assertThat(name.parent()).isEqualTo(DomainName.parse("b.c"));
    assertThat(name.ancestor(1)).isEqualTo(DomainName.parse("c"));
    assertThat(name.ancestor(3)).isSameAs(name);
    assertThat(name.ancestor(0)).isEqualTo(DomainName.ROOT);
    assertThat(name.parent().toWire()).isEqualTo(DomainName.parse("b.c").toWire());
    assertThatThrownBy(DomainName.ROOT::parent).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSubdomainEndsInTheLabelsOfItsAncestor() {
    assertThat(ZONE.isSubdomainOf(ZONE)).isTrue();
    assertThat(ZONE.child("x").isSubdomainOf(DomainName.parse("AI-Workload.Internal"))).isTrue();
    assertThat(ZONE.isSubdomainOf(DomainName.ROOT)).isTrue();
    assertThat(ZONE.isSubdomainOf(ZONE.child("x"))).isFalse();
    assertThat(DomainName.parse("xai-workload.internal").isSubdomainOf(ZONE)).isFalse();
  }

  @Test
  void aWildcardIsALoneAsterisk() {
    assertThat(ZONE.child("*").isWildcard()).isTrue();
    assertThat(ZONE.child("*a").isWildcard()).isFalse();
    assertThat(DomainName.ROOT.isWildcard()).isFalse();
  }

  @Test
  void aNameOf255OctetsIsTheLongest() {
    String label = "a".repeat(63);
    String three = label + "." + label + "." + label;
    assertThat(DomainName.parse(three + "." + "a".repeat(61)).wireLength()).isEqualTo(255);
    assertThatThrownBy(() -> DomainName.parse(three + "." + "a".repeat(62)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DomainName.parse(three).child("a".repeat(62)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "a..b", ".a", "a\\", "a\\25", "a\\256", "a\\2x5", "ü"})
  void textThatIsNoNameIsRefused(String text) {
    assertThatThrownBy(() -> DomainName.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLabelOf64OctetsIsRefused() {
    assertThatThrownBy(() -> DomainName.parse("a".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ZONE.child("")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0161", "016100ff", "c00c", "0261", "4161"})
  void octetsThatAreNotOneNameAreRefused(String wire) {
    byte[] octets = HexFormat.of().parseHex(wire);
    assertThatThrownBy(() -> DomainName.ofWire(octets))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anyLabelReadsBackFromItsText() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] label = new byte[1 + random.nextInt(63)];
      random.nextBytes(label);
      DomainName name = ZONE.child(label);
      assertThat(DomainName.parse(name.toString()).toWire()).isEqualTo(name.toWire());
    }
  }
}
