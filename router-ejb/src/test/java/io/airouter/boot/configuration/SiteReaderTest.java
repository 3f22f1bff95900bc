package io.airouter.boot.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Octets;
import io.airouter.mapserver.NotifyPort;
import io.airouter.mapserver.ReplayMode;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiteReaderTest {
  private static final String SITE =
      """
      lisp:
        sites:
          - name: gpu-farm-a
            eid_prefixes: ["10.1.0.0/16", "2001:db8:1::/48", "name:model/"]
            accept_more_specifics: true
            instance_id: 7
            keys: [{id: 0, algorithm: hmac-sha-256-128, secret: "${SITE_A_KEY}"}]
            replay: strict
            notify_port: 4342
          - name: b
            eid_prefixes: [192.0.2.0/24]
            keys:
              - {id: 1, algorithm: hkdf-sha-256, secret: x}
              - {id: 2, algorithm: hmac-sha-1-96, secret: y}
            notify_port: source
      """;

  @Test
  void aSiteIsReadAsItIsWritten() {
    Site site = Yaml.read(SITE, Map.of("SITE_A_KEY", "k")).lisp().sites().getFirst();
    assertThat(site)
        .isEqualTo(
            new Site(
                "gpu-farm-a",
                List.of(
                    EidPrefix.parse("[7]10.1.0.0/16"),
                    EidPrefix.parse("[7]2001:db8:1::/48"),
                    EidPrefix.parse("[7]name:model/*")),
                true,
                List.of(
                    new SiteKey(
                        0, AuthenticationAlgorithm.HMAC_SHA_256_128, Octets.of(new byte[] {'k'}))),
                ReplayMode.STRICT,
                NotifyPort.LISP_CONTROL));
  }

  @Test
  void aNamePrefixCoversTheNamesThatBeginSo() {
    assertThat(SiteReader.prefix("name:model/").contains(EidPrefix.parse("name:model/gpt-4")))
        .isTrue();
    assertThat(SiteReader.prefix("name:model/").contains(EidPrefix.parse("name:other"))).isFalse();
  }

  @Test
  void aSiteSaysWhatItMayRegisterAndProvesIt() {
    assertThat(Yaml.errors("lisp:\n  sites:\n    - name: a\n"))
        .containsExactly(
            "router.yaml:3: lisp.sites[0]: eid_prefixes is missing:"
                + " a list of address/length or name:prefix",
            "router.yaml:3: lisp.sites[0]: keys is missing: a list of {id, algorithm, secret}");
  }

  @Test
  void twoSitesDoNotOwnOnePrefix() {
    String text =
        """
        lisp:
          sites:
            - {name: a, eid_prefixes: [10.1.0.0/16], keys: [{secret: x}]}
            - {name: a, eid_prefixes: [10.1.0.0/16], keys: [{secret: x}, {secret: y}]}
        """;
    assertThat(Yaml.errors(text))
        .containsExactlyInAnyOrder(
            "router.yaml:4: lisp.sites[1]: 'a' is not allowed: another site has this name",
            "router.yaml:4: lisp.sites[1].eid_prefixes[0]: 10.1.0.0/16 is not allowed:"
                + " it belongs to the site of line 3",
            "router.yaml:4: lisp.sites[1].keys[1]: Key ID 0 is not allowed:"
                + " another key of the site has it");
  }
}
