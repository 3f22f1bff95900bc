package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.admin.WordEdit.Kind;
import io.airouter.boundary.EditRefusedException;
import io.airouter.model.Capability;
import io.airouter.model.Configured;
import io.airouter.model.Dialect;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.ScoringWeights;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordEditTest {
  private static final ModelId ID = new ModelId("gpt-4");

  @Test
  void theWordsOfAModelStandForTheModel() {
    Model model = model(1024, 60);
    assertThat(TypedWords.model(ID, Configured.words(model))).isEqualTo(model);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    Map<String, String> words = new LinkedHashMap<>(Configured.words(model(1024, 60)));
    words.put("name", " ");
    words.put("max_tokens", "many");
    words.put("rate_limit", "0");
    words.put("service_eid", "example.com");
    assertThatThrownBy(() -> TypedWords.model(ID, words))
        .isInstanceOfSatisfying(
            EditRefusedException.class,
            e ->
                assertThat(e.findings())
                    .extracting("field")
                    .containsExactly("name", "max_tokens", "service_eid", "rate_limit"));
  }

  @Test
  void aWishLaidOnSomebodyElsesVersionChangesOnlyWhatItWasAbout() {
    Map<String, String> seen = Configured.words(model(1024, 60));
    Map<String, String> wanted = new LinkedHashMap<>(seen);
    wanted.put("max_tokens", "2048");

    WordEdit moved =
        WordEdit.of(Kind.MODEL, "gpt-4", seen, wanted).onto(catalogue(model(1024, 90)));

    assertThat(moved.before()).containsEntry("rate_limit", "90");
    assertThat(moved.after()).containsEntry("rate_limit", "90").containsEntry("max_tokens", "2048");
  }

  @Test
  void aRemovalStaysARemovalAndItsInverseMakesTheSubjectAnew() {
    Map<String, String> seen = Configured.words(model(1024, 60));
    WordEdit removal = WordEdit.of(Kind.MODEL, "gpt-4", seen, Map.of());

    assertThat(removal.onto(catalogue(model(1024, 90))).after()).isEmpty();
    assertThat(removal.inverse().before()).isEmpty();
    assertThat(removal.inverse().after()).isEqualTo(seen);
  }

  private static ModelCatalogue catalogue(Model model) {
    return new ModelCatalogue(List.of(model), List.of(), List.of(), ScoringWeights.DEFAULT);
  }

  private static Model model(int maxTokens, long requests) {
    Map<QueryType, Capability> capabilities = new EnumMap<>(QueryType.class);
    for (QueryType type : QueryType.values()) {
      capabilities.put(type, Capability.GOOD);
    }
    return new Model(
        ID,
        "GPT-4",
        Dialect.OPENAI,
        "gpt-4",
        8192,
        maxTokens,
        new Price(new BigDecimal("30"), new BigDecimal("1.5"), BigDecimal.ZERO),
        capabilities,
        new ModelLimits(requests, ModelLimits.UNLIMITED),
        InetAddress.ofLiteral("10.100.0.1"),
        new RegistrationDefaults("http", 18080, ""),
        true);
  }
}
