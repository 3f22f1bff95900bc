package io.airouter.sdn;

import java.util.Objects;

/** Where all is kept that concerns controllers. */
public record Keeping(Controllers controllers, PublishJournal journal) {
  public Keeping {
    Objects.requireNonNull(controllers);
    Objects.requireNonNull(journal);
  }
}
