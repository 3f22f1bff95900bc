package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoutePictureTest {
  private static RoutePicture pictureOf(JsonObject decision) {
    return RoutePicture.of(DecisionReader.read(decision));
  }

  private static List<String> states(RoutePicture picture, String kind) {
    return picture.nodes().stream()
        .filter(node -> node.kind().startsWith(kind))
        .map(PictureNode::state)
        .toList();
  }

  @Test
  void eachCallIsABoxInItsOrder() {
    RoutePicture picture = pictureOf(Decisions.fallback());
    assertThat(states(picture, "Endpoint")).containsExactly(PictureNode.FAILED, PictureNode.CHOSEN);
    assertThat(picture.nodes())
        .extracting(PictureNode::title)
        .containsExactly(
            "10.3.4.5",
            "code generation",
            "gpt-4",
            "10.100.0.1/32",
            "2 instances",
            "gpt-4-primary",
            "gpt-4-secondary");
  }

  @Test
  void mappingAndRegistryStandAboveEachOther() {
    RoutePicture picture = pictureOf(Decisions.fallback());
    PictureNode mapping = picture.nodes().get(3);
    PictureNode registry = picture.nodes().get(4);
    assertThat(registry.x()).isEqualTo(mapping.x());
    assertThat(registry.y()).isGreaterThan(mapping.y() + mapping.height());
  }

  @Test
  void aDryRunPlansOneCall() {
    assertThat(states(pictureOf(Decisions.dryRun()), "Endpoint"))
        .containsExactly(PictureNode.PLANNED);
  }

  @Test
  void withoutAnEligibleModelThePathEndsWithNobody() {
    RoutePicture picture = pictureOf(Decisions.nobodyEligible());
    assertThat(states(picture, "Model")).containsExactly(PictureNode.FAILED);
    assertThat(states(picture, "LISP")).containsExactly(PictureNode.IDLE);
    assertThat(states(picture, "Endpoint")).containsExactly(PictureNode.FAILED);
  }

  @Test
  void allBoxesLieWithinTheDrawingAndNoneOverlaps() {
    JsonArrayBuilder many = Json.createArrayBuilder();
    for (int i = 0; i < 6; i++) {
      many.add(Decisions.fallback().getJsonArray("attempts").getFirst());
    }
    RoutePicture picture =
        pictureOf(Json.createObjectBuilder(Decisions.fallback()).add("attempts", many).build());
    assertThat(picture.nodes())
        .allSatisfy(
            node -> {
              assertThat(node.x()).isNotNegative();
              assertThat(node.y()).isNotNegative();
              assertThat(node.right()).isLessThanOrEqualTo(picture.width());
              assertThat(node.y() + node.height()).isLessThanOrEqualTo(picture.height());
            });
    List<PictureNode> ends = picture.nodes().subList(5, 11);
    for (int i = 1; i < ends.size(); i++) {
      assertThat(ends.get(i).y()).isGreaterThan(ends.get(i - 1).y() + ends.get(i).height());
    }
  }

  @Test
  void aLongNameIsCutInTheBoxAndWholeInItsWords() {
    JsonObject decision =
        Json.createObjectBuilder(Decisions.fallback())
            .add("source_eid", "2001:db8:1234:5678:9abc:def0:1234:5678")
            .build();
    PictureNode query = pictureOf(decision).nodes().getFirst();
    assertThat(query.title()).endsWith("…");
    assertThat(query.whole()).contains("2001:db8:1234:5678:9abc:def0:1234:5678");
  }

  @Test
  void theStoryTellsWhatThePictureShows() {
    assertThat(RouteStory.of(DecisionReader.read(Decisions.fallback())))
        .contains(
            "LISP: EID 10.100.0.1 is in 10.100.0.1/32 with 2 RLOCs, in 0.16 ms.",
            "Call 1: gpt-4-primary at 127.0.1.1:18080 failed: overloaded, in 230 ms.",
            "Call 2: gpt-4-secondary at 127.0.1.2:18080 answered, in 232 ms.");
  }
}
