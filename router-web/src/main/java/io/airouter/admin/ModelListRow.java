package io.airouter.admin;

import io.airouter.api.ModelState;
import io.airouter.boundary.ModelView;
import io.airouter.history.Latency;
import io.airouter.model.Price;
import java.math.BigDecimal;
import java.util.Optional;

/** One model in the list of models. */
public record ModelListRow(ModelView view, ModelState state, Optional<Latency> latency) {

  static ModelListRow of(ModelView view, Optional<Latency> latency) {
    return new ModelListRow(view, ModelState.of(view), latency);
  }

  public String id() {
    return view.model().id().value();
  }

  public String name() {
    return view.model().name();
  }

  public String dialect() {
    return view.model().dialect().word();
  }

  public String eid() {
    return view.model().serviceEid().getHostAddress();
  }

  public StatusMark mark() {
    return mark(state);
  }

  static StatusMark mark(ModelState state) {
    return switch (state) {
      case UNAVAILABLE -> StatusMark.bad("Unavailable");
      case DEGRADED -> StatusMark.warn("Degraded");
      case AVAILABLE -> StatusMark.ok("Available");
      case DISABLED -> StatusMark.idle("Disabled");
    };
  }

  /** 0..100. */
  public int load() {
    return (int) Math.round(view.currentLoad() * 100);
  }

  public String p95() {
    return latency.map(l -> Figures.millis(l.p95Millis())).orElse(Figures.NONE);
  }

  public String calls() {
    return latency.map(l -> "of " + Figures.count(l.calls(), "call")).orElse("");
  }

  double p95Millis() {
    return latency.map(Latency::p95Millis).orElse(-1.0);
  }

  public String requests() {
    return Figures.count(view.requestsThisMinute());
  }

  public double servingWeight() {
    return ModelState.servingWeight(view);
  }

  /** 0..100. */
  public int weightPercent() {
    return (int) Math.round(servingWeight() * 100);
  }

  public String price() {
    Price price = view.model().price();
    boolean free = price.input().signum() == 0 && price.output().signum() == 0;
    return free ? "free" : Figures.money(price.input()) + " / " + Figures.money(price.output());
  }

  BigDecimal priceInput() {
    return view.model().price().input();
  }

  public long serving() {
    return ModelState.serving(view);
  }

  public int endpoints() {
    return view.endpoints().size();
  }
}
