package io.airouter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
  private static final InetAddress LONGEST =
      InetAddress.ofLiteral("2001:1db8:1111:2222:3333:4444:5555:6666");

  @Test
  void aRegisteredEndpointIsCalledByItsModelAndPlace() {
    assertThat(EndpointId.registered(new ModelId("gpt-4"), InetAddress.ofLiteral("10.0.0.7")))
        .isEqualTo(new EndpointId("gpt-4-at-10-0-0-7"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20, 21, 63})
  void anyModelMayRegisterAtAnyPlace(int label) {
    ModelId model = new ModelId("m".repeat(label));

    assertThat(EndpointId.registered(model, LONGEST).value())
        .startsWith(model.value())
        .endsWith("at-2001-1db8-1111-2222-3333-4444-5555-6666");
  }

  @Test
  void aWordThatFitsNotIntoTheLabelIsALabelOfItsOwn() {
    ModelId model = new ModelId("m".repeat(60));

    assertThat(EndpointId.of(model, "1").value()).isEqualTo(model + "-1");
    assertThat(EndpointId.of(model, "primary").value()).isEqualTo(model + ".primary");
  }

  @Test
  void theLongestModelMayRegisterToo() {
    ModelId model = new ModelId("m".repeat(63) + "." + "n".repeat(36));

    assertThat(EndpointId.registered(model, LONGEST).value()).hasSizeLessThanOrEqualTo(150);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "ep", "ns1", "gpt-4.ep", "gpt-4-primary.ep"})
  void aModelIsNotCalledAsSomethingElseInTheZone(String id) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ModelId(id));
  }

  @Test
  void aReservedWordInsideAnIdIsNoHarm() {
    assertThat(new ModelId("ep.gpt-4").value()).isEqualTo("ep.gpt-4");
  }
}
