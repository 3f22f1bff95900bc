package io.airouter.webhook;

import io.airouter.alert.Alert;
import io.airouter.alert.DeliveryLog;
import io.airouter.alert.Notifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/** Tells each hook of each alert; {@link #tell} only puts it into the hooks' queues. */
public final class WebhookNotifier implements Notifier, AutoCloseable {
  private final WebhookClient client;
  private final List<HookQueue> queues;

  /** Time, chance, and how long to wait between attempts. */
  public record Surroundings(InstantSource clock, RandomGenerator random, Backoff backoff) {}

  public WebhookNotifier(List<Webhook> hooks, DeliveryLog log, Surroundings surroundings) {
    WebhookClient shared = new WebhookClient(new AddressRule(), surroundings.clock());
    this.client = shared;
    this.queues =
        hooks.stream().map(hook -> new HookQueue(hook, shared, log, surroundings)).toList();
  }

  @Override
  public void tell(Alert alert) {
    queues.forEach(queue -> queue.add(alert));
  }

  @Override
  public void close() throws IOException {
    queues.forEach(HookQueue::close);
    client.close();
  }
}
