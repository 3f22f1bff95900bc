package io.airouter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.EditPlan.Finding;
import io.airouter.query.Fleet;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditPlanTest {
  private static final Endpoint PRIMARY = Fleet.endpoint("gpt-4-primary", Fleet.GPT, "127.0.1.1");

  private final ModelCatalogue catalogue =
      new ModelCatalogue(
          List.of(Fleet.gpt(), Fleet.claude(), Fleet.fast()),
          Fleet.endpoints(),
          Fleet.classes(),
          ScoringWeights.DEFAULT);

  @Test
  void theDifferenceNamesEachFieldBeforeAndAfter() {
    EditPlan plan = plan(EndpointEdit.change(PRIMARY, PRIMARY.withWeight(7)));
    assertThat(plan.differences())
        .containsExactly(new Difference("endpoint gpt-4-primary", "weight", "50", "7"));
    assertThat(plan.after().endpoint(PRIMARY.id()).orElseThrow().weight()).isEqualTo(7);
    assertThat(catalogue.endpoint(PRIMARY.id()).orElseThrow().weight()).isEqualTo(50);
  }

  @Test
  void healthAndAddressesAreNoConflict() {
    Endpoint seenBefore = Fleet.withHealth(PRIMARY, HealthState.CRITICAL).withAddresses(List.of());
    EditPlan plan = plan(EndpointEdit.change(seenBefore, seenBefore.withWeight(7)));
    assertThat(plan.conflicts()).isEmpty();
  }

  @Test
  void whoComesSecondSeesBothVersions() {
    Endpoint seen = PRIMARY.withWeight(49);
    EditPlan plan = plan(EndpointEdit.change(seen, seen.withPriority(9)));
    assertThat(plan.conflicts()).hasSize(1);
    assertThat(plan.conflicts().getFirst().theirs())
        .containsExactly(new Difference("endpoint gpt-4-primary", "weight", "49", "50"));
    assertThat(plan.conflicts().getFirst().yours())
        .containsExactly(new Difference("endpoint gpt-4-primary", "priority", "1", "9"));
    assertThat(plan.after()).isSameAs(catalogue);
  }

  @Test
  void whatSomebodyElseMadeOrRemovedIsAConflict() {
    assertThat(plan(EndpointEdit.create(PRIMARY)).conflicts()).hasSize(1);
    Endpoint gone = Fleet.endpoint("gpt-4-third", Fleet.GPT, "127.0.1.3");
    assertThat(plan(EndpointEdit.remove(gone)).conflicts()).hasSize(1);
  }

  @Test
  void laterEditsSeeWhatEarlierOnesLeft() {
    Endpoint third = Fleet.endpoint("gpt-4-third", Fleet.GPT, "127.0.1.3");
    EditPlan plan =
        plan(EndpointEdit.create(third), EndpointEdit.change(third, third.withWeight(1)));
    assertThat(plan.objection()).isEmpty();
    assertThat(plan.after().endpoint(third.id()).orElseThrow().weight()).isEqualTo(1);
  }

  @Test
  void aModelTakesItsEndpointsAlongAndThePlanSaysSo() {
    EditPlan plan = plan(ModelEdit.remove(Fleet.claude()));
    assertThat(plan.differences())
        .contains(
            new Difference("endpoint claude-3-primary", "base_url", "http://127.0.2.1:18080", ""));
    assertThat(plan.after().endpointsOf(Fleet.CLAUDE)).isEmpty();
  }

  @Test
  void aModelThatAClassNamesStays() {
    assertThat(plan(ModelEdit.remove(Fleet.fast())).findings())
        .containsExactly(
            new Finding("policy", "classes.fast.allowed_models", "there is no model gpt-3.5-fast"));
  }

  @Test
  void aModelMayGoTogetherWithItsClass() {
    Policy policy = catalogue.policy();
    Policy without = new Policy(policy.classes().subList(0, 1), policy.weights());
    EditPlan plan = plan(ModelEdit.remove(Fleet.fast()), new PolicyEdit(policy, without));
    assertThat(plan.objection()).isEmpty();
  }

  @Test
  void twoModelsDoNotShareAnEid() {
    Model gpt = Fleet.gpt();
    EditPlan plan =
        plan(ModelEdit.change(gpt, gpt.withServiceEid(InetAddress.ofLiteral("10.100.0.2"))));
    assertThat(plan.findings())
        .containsExactly(
            new Finding("model gpt-4", "service_eid", "10.100.0.2 is the EID of claude-3"));
  }

  @Test
  void anEndpointNeedsItsModel() {
    Endpoint lost = Fleet.endpoint("gpt-9-1", new ModelId("gpt-9"), "127.0.1.9");
    assertThat(plan(EndpointEdit.create(lost)).findings())
        .containsExactly(new Finding("endpoint gpt-9-1", "model", "there is no model gpt-9"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest",
        "http://[fe80::1]:80",
        "http://[::ffff:169.254.169.254]/",
        "http://[64:ff9b::a9fe:a9fe]/",
        "http://2852039166/",
        "http://metadata.google.internal",
        "http://Metadata.Google.Internal./x",
        "http://[fd00:ec2::254]/",
        "http://0.0.0.0:8080",
        "http://224.0.0.1"
      })
  void noEndpointStandsAtAMetadataService(String url) {
    Endpoint endpoint =
        Fleet.endpoint("gpt-4-third", Fleet.GPT, "127.0.1.3").withBaseUrl(URI.create(url));
    assertThat(plan(EndpointEdit.create(endpoint)).findings())
        .extracting(Finding::field)
        .containsExactly("base_url");
  }

  @Test
  void ofARegisteredEndpointOnlyWeightAndStateAreTheOperators() {
    Endpoint registered =
        new Endpoint(
            new EndpointId("gpt-4-at-127-0-1-8"),
            Fleet.GPT,
            URI.create("http://127.0.1.8:18080"),
            List.of(InetAddress.ofLiteral("127.0.1.8")),
            1,
            50,
            PRIMARY.credential(),
            Origin.REGISTERED,
            AdminState.ACTIVE,
            Health.UNKNOWN);
    ModelCatalogue with = catalogue.with(registered);
    assertThat(findings(with, registered.withWeight(3))).isEmpty();
    assertThat(findings(with, registered.withAdminState(AdminState.DRAINING))).isEmpty();
    assertThat(findings(with, registered.withPriority(3))).hasSize(1);
    assertThat(EditPlan.of(with, List.of(EndpointEdit.remove(registered))).findings()).hasSize(1);
  }

  @Test
  void classesDoNotOverlap() {
    Policy policy = catalogue.policy();
    WorkloadClass intruder =
        new WorkloadClass("intruder", List.of(IpPrefix.parse("10.1.7.0/24")), RoutingPolicy.OPEN);
    Policy wider =
        new Policy(
            List.of(policy.classes().getFirst(), policy.classes().getLast(), intruder),
            policy.weights());
    assertThat(plan(new PolicyEdit(policy, wider)).findings())
        .containsExactly(
            new Finding("policy", "classes.intruder.sources", "10.1.7.0/24 overlaps 10.1.0.0/16"));
  }

  @Test
  void anEditKeepsTheId() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelEdit.change(Fleet.gpt(), Fleet.claude()));
  }

  private List<Finding> findings(ModelCatalogue on, Endpoint after) {
    Endpoint before = on.endpoint(after.id()).orElseThrow();
    return EditPlan.of(on, List.of(EndpointEdit.change(before, after))).findings();
  }

  private EditPlan plan(CatalogueEdit... edits) {
    return EditPlan.of(catalogue, List.of(edits));
  }
}
