package io.airouter.query;

import io.airouter.model.ModelId;
import java.util.List;

/** The caller's wish: its preferred model is tried before all others, where it is eligible. */
final class Preference {
  private Preference() {}

  static void apply(ModelId preferred, List<Candidate> ranked) {
    for (int i = 0; i < ranked.size(); i++) {
      Candidate candidate = ranked.get(i);
      if (candidate.eligible() && candidate.model().equals(preferred)) {
        ranked.remove(i);
        ranked.addFirst(candidate.because("preferred by the caller"));
        return;
      }
    }
  }
}
