package io.airouter.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airouter.access.EndpointSecret;
import io.airouter.boundary.EditOrder;
import io.airouter.boundary.EditRefusedException;
import io.airouter.boundary.ServiceConfiguration;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Octets;
import io.airouter.mapserver.NotifyPort;
import io.airouter.mapserver.ReplayMode;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteKey;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.Difference;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ScoringWeights;
import io.airouter.query.Fleet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchedConfigurationTest {
  private static final Site FARM =
      new Site(
          "farm",
          List.of(EidPrefix.parse("10.100.0.0/16")),
          true,
          List.of(
              new SiteKey(
                  0, AuthenticationAlgorithm.HMAC_SHA_256_128, Octets.of(new byte[] {1, 2, 3}))),
          ReplayMode.WINDOW,
          NotifyPort.SOURCE);

  private final ServiceConfiguration reader = new PatchedConfiguration();
  private final ModelCatalogue now =
      new ModelCatalogue(
          List.of(Fleet.gpt(), Fleet.claude(), Fleet.fast()),
          Fleet.endpoints(),
          Fleet.classes(),
          ScoringWeights.DEFAULT);

  @Test
  void whatSaysNothingChangesNothing() {
    assertThat(llm("{}").edits()).isEmpty();
    assertThat(llm("{'models': {'gpt-4': {}}}").edits()).isEmpty();
    assertThat(llm("{}").secrets()).isEmpty();
  }

  @Test
  void whatIsLeftOutStays() {
    assertThat(texts(llm("{'models': {'gpt-4': {'rate_limit': 60}}}")))
        .containsExactly("rate_limit: none → 60");
  }

  @Test
  void onePriceATokenReplacesTheThree() {
    assertThat(texts(llm("{'models': {'gpt-4': {'cost_per_token': 0.00001}}}")))
        .containsExactly(
            "prices_per_million_tokens.input: 30 → 10",
            "prices_per_million_tokens.output: 30 → 10",
            "prices_per_million_tokens.cached_input: 30 → 10");
  }

  @Test
  void theOneEndpointOfAModelIsItsPrimary() {
    assertThat(texts(llm("{'models': {'gpt-4': {'endpoint': '127.0.9.9:80', 'weight': 7}}}")))
        .containsExactly(
            "base_url: http://127.0.1.1:18080 → http://127.0.9.9:80", "weight: 50 → 7");
  }

  @Test
  void aKeyOfAModelIsStoredAndItsPrimarysFromNowOn() {
    EditOrder order = llm("{'models': {'gpt-4': {'api_key': 'sk-1'}}}");
    assertThat(order.secrets()).containsExactly(new EndpointSecret("model/gpt-4", "sk-1"));
    assertThat(texts(order)).contains("credential: none → model/gpt-4");
  }

  @Test
  void aListIsWholeAndANullRemoves() {
    EditOrder order =
        llm(
            "{'models': {'claude-3': null, 'gpt-4': {'endpoints': [{'id': 'gpt-4-primary',"
                + " 'url': 'http://127.0.1.1:18080', 'weight': 50}]}}}");
    assertThat(order.edits())
        .extracting(CatalogueEdit::subject)
        .containsExactly("model claude-3", "endpoint gpt-4-secondary");
  }

  @Test
  void aNewModelNeedsItsNameOnly() {
    EditOrder order = llm("{'models': {'gpt-5': {'endpoint': '127.0.5.1:80'}}}");
    assertThat(order.edits())
        .extracting(CatalogueEdit::subject)
        .containsExactly("model gpt-5", "endpoint gpt-5-primary");
  }

  @Test
  void everythingThatIsWrongIsToldUnderItsKey() {
    assertThatExceptionOfType(EditRefusedException.class)
        .isThrownBy(
            () ->
                llm("{'models': {'gpt-4': {'max_token': 1, 'rate_limit': 0, 'name': '${HOME}'}}}"))
        .satisfies(
            e ->
                assertThat(e.findings())
                    .extracting(Finding::field)
                    .containsExactlyInAnyOrder(
                        "models.gpt-4.max_token", "models.gpt-4.rate_limit", "models.gpt-4.name"));
  }

  @Test
  void whatNeedsARestartIsRefused() {
    assertThatExceptionOfType(EditRefusedException.class)
        .isThrownBy(() -> reader.dns(json("{'ttl': 1}"), now))
        .withMessageContaining("restart");
  }

  @Test
  void aWeightOfARecordIsItsEndpoints() {
    EditOrder order = reader.dns(json("{'services': {'gpt-4': {'gpt-4-primary': 3}}}"), now);
    assertThat(texts(order)).containsExactly("weight: 50 → 3");
  }

  @Test
  void aKeyThatIsListedWithoutItsSecretKeepsIt() {
    JsonObject config =
        json(
            "{'sites': [{'name': 'farm', 'eid_prefixes': ['10.100.0.0/16', '10.101.0.0/16'],"
                + " 'accept_more_specifics': true, 'notify_port': 'source', 'keys': [{'id': 0}]}]}");
    EditOrder order = reader.lisp(config, now, List.of(FARM));
    assertThat(order.edits()).isEmpty();
    assertThat(order.sites().orElseThrow())
        .singleElement()
        .satisfies(site -> assertThat(site.keys()).isEqualTo(FARM.keys()))
        .satisfies(site -> assertThat(site.eidPrefixes()).hasSize(2));
  }

  @Test
  void aNewKeyNeedsASecret() {
    JsonObject config =
        json("{'sites': [{'name': 'new', 'eid_prefixes': ['10.7.0.0/16'], 'keys': [{'id': 0}]}]}");
    assertThatExceptionOfType(EditRefusedException.class)
        .isThrownBy(() -> reader.lisp(config, now, List.of(FARM)));
  }

  @Test
  void workloadClassesArePartOfLisp() {
    EditOrder order = reader.lisp(json("{'eid_prefixes': ['10.1.0.0/16']}"), now, List.of(FARM));
    assertThat(order.sites()).isEmpty();
    assertThat(texts(order)).contains("class_order: general, fast → general");
  }

  private EditOrder llm(String config) {
    return reader.llm(json(config), now);
  }

  private static List<String> texts(EditOrder order) {
    return order.edits().stream()
        .flatMap(e -> Difference.between(e.subject(), e.wordsBefore(), e.wordsAfter()).stream())
        .map(Difference::text)
        .toList();
  }

  private static JsonObject json(String text) {
    try (JsonReader json = Json.createReader(new StringReader(text.replace('\'', '"')))) {
      return json.readObject();
    }
  }
}
