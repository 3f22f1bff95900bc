package io.airouter.boot.configuration;

import io.airouter.webhook.Webhook;
import java.util.List;

/** Whom alerts are told to; the rules are in the database. */
public record AlertSettings(List<Webhook> webhooks) {
  public AlertSettings {
    webhooks = List.copyOf(webhooks);
  }
}
