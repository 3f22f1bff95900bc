package io.airouter.admin;

import io.airouter.api.EidText;
import io.airouter.boundary.MappingView;
import io.airouter.boundary.MappingView.Registrant;
import io.airouter.boundary.Mappings;
import io.airouter.lisp.EidPrefix;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One entry of the mapping database, {@code ?eid=}, under its permanent address. */
@Named
@RequestScoped
public class MappingPage {
  private static final int MORE_SPECIFICS = 50;

  @Inject private Mappings mappings;
  @Inject private InstantSource clock;

  private String asked = "";
  private Optional<MappingView> view = Optional.empty();

  /** Looks the entry up that the address names. */
  @PostConstruct
  void read() {
    asked = TableRequest.ofPage("").filter("eid");
    try {
      view = mappings.mapping(EidText.parse(asked));
    } catch (IllegalArgumentException e) {
      view = Optional.empty();
    }
  }

  public String getAsked() {
    return asked;
  }

  public boolean isFound() {
    return view.isPresent();
  }

  public MappingRow getRow() {
    return MappingRow.of(view.orElseThrow(), clock.instant());
  }

  /** Since when these locators have been in effect. */
  public String getSince() {
    return view.map(v -> Figures.dayAndTime(v.mapping().since())).orElse(Figures.NONE);
  }

  public List<RegistrantRow> getRegistrants() {
    Instant now = clock.instant();
    return view.map(MappingView::registrants).orElse(List.of()).stream()
        .map(registrant -> RegistrantRow.of(registrant, now))
        .toList();
  }

  /** The entries within this one. */
  public List<String> getMoreSpecifics() {
    return view.map(v -> v.mapping().eid()).map(this::within).orElse(List.of());
  }

  private List<String> within(EidPrefix eid) {
    return mappings.moreSpecifics(eid, MORE_SPECIFICS).stream()
        .map(mapping -> mapping.eid().toString())
        .toList();
  }

  /** One xTR's registration. */
  public record RegistrantRow(String site, String xtr, String lastSeen, String left) {
    static RegistrantRow of(Registrant registrant, Instant now) {
      return new RegistrantRow(
          registrant.site(),
          registrant.xtr(),
          Figures.age(Duration.between(registrant.lastSeen(), now)) + " ago",
          Figures.age(Duration.between(now, registrant.expiresAt())));
    }
  }
}
