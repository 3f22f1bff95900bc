package io.airouter.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.dns.DomainName;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceRegistryTest {
  private static final Zone ZONE = Zone.of(DomainName.parse("ai-workload.internal"));
  private static final ServiceRegistry EMPTY = ServiceRegistry.empty(ZONE);

  @Test
  void servicesAreListedByName() {
    ServiceRegistry registry = EMPTY.with(service("gpt-4", 1)).with(service("claude-3", 1));

    assertThat(registry.services()).extracting(Service::name).containsExactly("claude-3", "gpt-4");
    assertThat(registry.service("gpt-4")).contains(service("gpt-4", 1));
    assertThat(registry.without("gpt-4").service("gpt-4")).isEmpty();
    assertThat(registry.zone()).isEqualTo(ZONE);
  }

  @Test
  void whatChangesNothingMakesNoOtherRegistry() {
    ServiceRegistry registry = EMPTY.with(service("gpt-4", 1));

    assertThat(registry.with(service("gpt-4", 1))).isSameAs(registry);
    assertThat(registry.without("claude-3")).isSameAs(registry);
    assertThat(registry.with(service("gpt-4", 2))).isNotSameAs(registry);
  }

  @Test
  void aZoneLeavesRoomForTheLongestEndpointId() {
    DomainName apex = DomainName.parse("a".repeat(63) + "." + "b".repeat(34));
    assertThat(apex.wireLength()).isEqualTo(Zone.MAX_APEX_OCTETS);
    assertThat(Zone.of(apex).apex().child("ep").descendant(("c".repeat(49) + ".").repeat(3)))
        .isNotNull();
    assertThatThrownBy(() -> Zone.of(apex.child("d")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at most 100 octets");
  }

  private static Service service(String name, int priority) {
    ServiceInstance instance =
        new ServiceInstance(name + "-1", List.of(), 80, priority, 100, false, true);
    return new Service(name, List.of(), List.of(instance));
  }
}
