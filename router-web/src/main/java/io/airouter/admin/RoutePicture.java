package io.airouter.admin;

import io.airouter.admin.DecisionView.AttemptRow;
import io.airouter.admin.DecisionView.CandidateRow;
import io.airouter.admin.DecisionView.MappingView;
import io.airouter.admin.DecisionView.Selected;
import io.airouter.admin.DecisionView.ServiceView;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of one query as a drawing: query, analysis, model, then mapping database and service
 * registry beside each other, then each endpoint that was called, in order. Pure geometry, in the
 * units of the drawing's view box; the page only puts it into SVG.
 */
public record RoutePicture(
    int width, int height, List<PictureNode> nodes, List<PictureEdge> edges) {
  static final int COLUMN = 218;
  static final int NODE_WIDTH = 178;
  static final int NODE_HEIGHT = 84;

  private static final int MARGIN = 4;
  private static final int GAP = 20;
  private static final int COLUMNS = 5;

  public RoutePicture {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  static RoutePicture of(DecisionView decision) {
    List<Content> endpoints = endpoints(decision);
    int rows = Math.max(2, endpoints.size());
    int height = 2 * MARGIN + rows * NODE_HEIGHT + (rows - 1) * GAP;
    PictureNode query = node(0, height / 2, query(decision));
    PictureNode analysis = node(1, height / 2, analysis(decision));
    PictureNode model = node(2, height / 2, model(decision));
    List<PictureNode> views = column(3, height, List.of(mapping(decision), registry(decision)));
    List<PictureNode> ends = column(4, height, endpoints);
    List<PictureNode> nodes = new ArrayList<>(List.of(query, analysis, model));
    nodes.addAll(views);
    nodes.addAll(ends);
    List<PictureEdge> edges = new ArrayList<>();
    edges.add(PictureEdge.between(query, analysis));
    edges.add(PictureEdge.between(analysis, model));
    views.forEach(view -> edges.add(PictureEdge.between(model, view)));
    ends.forEach(end -> edges.addAll(PictureEdge.merging(views, end, height / 2)));
    return new RoutePicture(2 * MARGIN + (COLUMNS - 1) * COLUMN + NODE_WIDTH, height, nodes, edges);
  }

  /** What a node says, before it has a place. */
  record Content(String kind, String state, String title, List<String> lines, String time) {}

  private static Content query(DecisionView decision) {
    var asked = decision.asked();
    return new Content(
        "Query",
        PictureNode.DONE,
        asked.sourceEid(),
        List.of("class " + asked.workloadClass(), "by " + asked.caller()),
        "");
  }

  private static Content analysis(DecisionView decision) {
    var analysis = decision.analysis();
    return new Content(
        "Analysis",
        PictureNode.DONE,
        analysis.type(),
        List.of(
            "complexity " + analysis.complexity() + ", " + analysis.priority(),
            "~" + analysis.inputTokens() + " in, ~" + analysis.outputTokens() + " out tokens"),
        decision.timeOf("analysis"));
  }

  private static Content model(DecisionView decision) {
    long eligible = decision.candidates().stream().filter(CandidateRow::eligible).count();
    String considered = eligible + " of " + decision.candidates().size() + " eligible";
    return decision
        .leadingCandidate()
        .map(
            leading ->
                new Content(
                    "Model",
                    decision.selected().isPresent() ? PictureNode.DONE : PictureNode.FAILED,
                    leading.model(),
                    List.of("score " + leading.score(), considered),
                    decision.timeOf("selection")))
        .orElseGet(
            () ->
                new Content(
                    "Model",
                    PictureNode.FAILED,
                    "none eligible",
                    List.of("see the candidates", considered),
                    decision.timeOf("selection")));
  }

  private static Content mapping(DecisionView decision) {
    MappingView mapping = decision.mapping();
    if (!mapping.asked()) {
      return notAsked("LISP mapping");
    }
    String rlocs =
        String.join(", ", mapping.rlocs().stream().map(DecisionView.Rloc::address).toList());
    return new Content(
        "LISP mapping",
        decision.usedMapping() ? PictureNode.DONE : PictureNode.IDLE,
        mapping.prefix().orElse("no mapping"),
        List.of("EID " + mapping.eid(), rlocs.isEmpty() ? "no RLOCs" : "RLOC " + rlocs),
        decision.timeOf("lisp"));
  }

  private static Content registry(DecisionView decision) {
    ServiceView service = decision.service();
    if (!service.asked()) {
      return notAsked("DNS registry");
    }
    return new Content(
        "DNS registry",
        decision.usedRegistry() ? PictureNode.DONE : PictureNode.IDLE,
        service.found() ? Figures.count(service.instances().size(), "instance") : "no service",
        List.of(
            withoutRoot(service.name()),
            String.join(
                ", ", service.instances().stream().map(DecisionView.Instance::addresses).toList())),
        decision.timeOf("dns"));
  }

  /** Without the dot that stands for the root of the DNS. */
  private static String withoutRoot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static Content notAsked(String kind) {
    return new Content(kind, PictureNode.IDLE, "not asked", List.of("no model to look up"), "");
  }

  private static List<Content> endpoints(DecisionView decision) {
    if (!decision.attempts().isEmpty()) {
      return decision.attempts().stream().map(RoutePicture::attempt).toList();
    }
    return List.of(
        decision
            .selected()
            .map(RoutePicture::planned)
            .orElseGet(
                () ->
                    new Content(
                        "Endpoint",
                        PictureNode.FAILED,
                        "nobody to ask",
                        List.of("no healthy endpoint", "nobody was called"),
                        "")));
  }

  private static Content attempt(AttemptRow attempt) {
    return new Content(
        "Endpoint · call " + attempt.number(),
        attempt.succeeded() ? PictureNode.CHOSEN : PictureNode.FAILED,
        attempt.endpoint(),
        List.of(attempt.authority(), (attempt.mark().word() + " " + attempt.status()).strip()),
        attempt.time());
  }

  private static Content planned(Selected selected) {
    return new Content(
        "Endpoint",
        PictureNode.PLANNED,
        selected.endpoint(),
        List.of(selected.authority(), "dry run: not called"),
        "");
  }

  private static List<PictureNode> column(int column, int height, List<Content> contents) {
    int block = contents.size() * NODE_HEIGHT + (contents.size() - 1) * GAP;
    int centre = (height - block + NODE_HEIGHT) / 2;
    List<PictureNode> nodes = new ArrayList<>();
    for (Content content : contents) {
      nodes.add(node(column, centre, content));
      centre += NODE_HEIGHT + GAP;
    }
    return nodes;
  }

  private static PictureNode node(int column, int centre, Content content) {
    return PictureNode.of(MARGIN + column * COLUMN, centre - NODE_HEIGHT / 2, content);
  }
}
