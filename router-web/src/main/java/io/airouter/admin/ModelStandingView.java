package io.airouter.admin;

import io.airouter.boundary.EndpointHistory;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.ModelView;
import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.history.Latency;
import io.airouter.history.LatencyReader.RecentLatencies;
import io.airouter.model.EndpointId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** How the model of the page stands now and stood before: read anew at each request. */
@Named
@RequestScoped
public class ModelStandingView {
  private static final Duration LATENCY_WINDOW = Duration.ofHours(1);
  private static final int MOST_STRIPS = 24;

  @Inject private ModelPage page;
  @Inject private HealthWindow window;
  @Inject private EndpointHistory history;
  @Inject private InstantSource clock;

  private Optional<RecentLatencies> latencies = Optional.empty();
  private List<HealthStrip> strips = List.of();
  private List<EndpointLine> lines = List.of();
  private boolean stripsRead;
  private boolean historyReadable = true;

  /** The model in the figures of the list; only where there is one. */
  public ModelListRow getRow() {
    ModelView view = page.view().orElseThrow();
    return ModelListRow.of(view, latencies().of(view.model().id()));
  }

  public String getAverage() {
    return Figures.duration(page.view().orElseThrow().averageResponseTime());
  }

  public int getInFlight() {
    return page.view().orElseThrow().inFlight();
  }

  /** The endpoints in the form; the same objects for the whole request, as a form needs it. */
  public List<EndpointLine> getLines() {
    List<Draft> drafts = page.endpoints();
    boolean same =
        lines.size() == drafts.size()
            && lines.stream().map(EndpointLine::getDraft).toList().equals(drafts);
    if (!same) {
      List<EndpointView> all = page.view().map(ModelView::endpoints).orElse(List.of());
      lines =
          drafts.stream()
              .map(draft -> EndpointLine.of(draft, all, latency(draft), clock.instant()))
              .toList();
    }
    return lines;
  }

  private Optional<Latency> latency(Draft draft) {
    return draft.isFresh() ? Optional.empty() : latencies().of(new EndpointId(draft.getId()));
  }

  private RecentLatencies latencies() {
    if (latencies.isEmpty()) {
      latencies = Optional.of(readLatencies());
    }
    return latencies.get();
  }

  private RecentLatencies readLatencies() {
    try {
      return history.latencies(LATENCY_WINDOW);
    } catch (HistoryUnavailableException e) {
      historyReadable = false;
      return RecentLatencies.NONE;
    }
  }

  /** The health of each endpoint over the window asked for. */
  public List<HealthStrip> getStrips() {
    if (!stripsRead) {
      stripsRead = true;
      strips = readStrips();
    }
    return strips;
  }

  private List<HealthStrip> readStrips() {
    try {
      return page.view().map(ModelView::endpoints).orElse(List.of()).stream()
          .limit(MOST_STRIPS)
          .map(view -> history.health(view.endpoint().id(), window.length()))
          .map(HealthStrip::of)
          .toList();
    } catch (HistoryUnavailableException e) {
      historyReadable = false;
      return List.of();
    }
  }

  public boolean isHistoryReadable() {
    return historyReadable;
  }
}
