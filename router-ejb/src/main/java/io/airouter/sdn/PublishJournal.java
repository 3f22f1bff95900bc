package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import java.util.List;
import java.util.Map;

/**
 * What is kept of publishing over restarts: which rows are ours, and what was done. Each call is
 * durable when it returns.
 */
public interface PublishJournal {
  /** Our rows at that controller with the content that was last seen as wanted. */
  Map<EidPrefix, String> published(ControllerName controller);

  /** A row becomes ours; kept before it is written, so that a crash in between loses nothing. */
  void remember(ControllerName controller, EidPrefix eid, String text);

  void forget(ControllerName controller, EidPrefix eid);

  /** Adds to the audit, which only grows. */
  void append(SdnAction action);

  /** The latest actions at that controller, newest first. */
  List<SdnAction> recent(ControllerName controller, int count);
}
