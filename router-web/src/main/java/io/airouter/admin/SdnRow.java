package io.airouter.admin;

import io.airouter.boundary.SdnControllers.ControllerView;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.Drift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One SDN controller as the pages show it, texts ready to show. */
public record SdnRow(
    String name,
    String type,
    String url,
    String uses,
    StatusMark mark,
    String reason,
    long lag,
    long mappings,
    long drifted,
    long foreign,
    int imported,
    String lastSuccess,
    String nextAttempt,
    boolean isMade,
    boolean isInTheClear) {

  static SdnRow of(ControllerView view, Instant now) {
    Controller controller = view.controller();
    ControllerState state = view.state();
    long foreign = state.count(Drift.FOREIGN);
    long wanted = state.entries().stream().filter(row -> !row.desired().isEmpty()).count();
    long drifted =
        state.count(Drift.MISSING) + state.count(Drift.ALTERED) + state.count(Drift.STALE);
    return new SdnRow(
        controller.name().value(),
        controller.type().word(),
        controller.url().toString(),
        uses(controller),
        mark(state.condition()),
        state.reason(),
        view.lag(),
        wanted,
        drifted,
        foreign,
        state.imported(),
        state.lastSuccess().map(at -> age(at, now)).orElse("never"),
        state.nextAttempt().map(Figures::timeOfDay).orElse(Figures.NONE),
        controller.source() == Controller.Source.MADE,
        controller.isInTheClear() && controller.login().isPresent());
  }

  private static String age(Instant at, Instant now) {
    return Figures.age(Duration.between(at, now)) + " ago";
  }

  private static String uses(Controller controller) {
    List<String> uses = new ArrayList<>();
    if (controller.publish()) {
      uses.add("publish");
    }
    if (controller.imports()) {
      uses.add("import");
    }
    return uses.isEmpty() ? "nothing" : String.join(", ", uses);
  }

  private static StatusMark mark(ControllerState.Condition condition) {
    return switch (condition) {
      case FAILING -> StatusMark.bad("Failing");
      case REFUSED -> StatusMark.warn("Waits for you");
      case CONTESTED -> StatusMark.warn("Contested");
      case BEHIND -> StatusMark.warn("Behind");
      case UNKNOWN -> StatusMark.idle("Not asked yet");
      case IDLE -> StatusMark.idle("Idle");
      case IN_SYNC -> StatusMark.ok("In sync");
    };
  }

  /** What the search looks at. */
  String text() {
    return String.join(" ", name, type, url, uses, mark.word(), reason);
  }
}
