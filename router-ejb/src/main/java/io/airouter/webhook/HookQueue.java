package io.airouter.webhook;

import io.airouter.alert.Alert;
import io.airouter.alert.Delivery;
import io.airouter.alert.DeliveryLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The notifications of one hook, told one after the other in their order on a thread of their own.
 * One that cannot be told is tried again for a while before its turn is over; meanwhile others
 * wait, and what does not fit is given up, oldest first.
 */
final class HookQueue implements AutoCloseable {
  private static final Logger LOG = System.getLogger(HookQueue.class.getName());
  private static final int CAPACITY = 256;

  private final Webhook hook;
  private final WebhookClient client;
  private final DeliveryLog log;
  private final WebhookNotifier.Surroundings surroundings;
  private final BlockingQueue<Notice> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread worker;

  private record Notice(Delivery delivery, String body) {}

  HookQueue(
      Webhook hook,
      WebhookClient client,
      DeliveryLog log,
      WebhookNotifier.Surroundings surroundings) {
    this.hook = hook;
    this.client = client;
    this.log = log;
    this.surroundings = surroundings;
    this.worker = Thread.ofVirtual().name("webhook-" + hook.name()).start(this::tellUntilClosed);
  }

  /** Never waits. */
  void add(Alert alert) {
    if (alert.rule().severity().compareTo(hook.least()) < 0) {
      return;
    }
    Delivery delivery =
        Delivery.waiting(UUID.randomUUID(), alert, hook.name(), surroundings.clock().instant());
    log.note(delivery);
    Notice notice = new Notice(delivery, WebhookBody.of(alert, delivery));
    while (!queue.offer(notice)) {
      Notice oldest = queue.poll();
      if (oldest != null) {
        giveUp(oldest, "too many notifications wait for this hook");
      }
    }
  }

  private void giveUp(Notice notice, String why) {
    log.note(notice.delivery().abandoned(why, surroundings.clock().instant()));
  }

  private void tellUntilClosed() {
    try {
      while (true) {
        tell(queue.take());
      }
    } catch (InterruptedException e) {
      Notice left = queue.poll();
      while (left != null) {
        giveUp(left, "the router stopped");
        left = queue.poll();
      }
    }
  }

  private void tell(Notice notice) throws InterruptedException {
    Delivery delivery = notice.delivery();
    while (delivery.state() == Delivery.State.WAITING) {
      Attempt attempt = client.send(hook, delivery, notice.body());
      delivery = after(attempt, delivery);
      log.note(delivery);
      if (delivery.state() == Delivery.State.WAITING) {
        Duration wait = surroundings.backoff().after(delivery.attempts(), surroundings.random());
        if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          log.note(delivery.abandoned("the router stopped", surroundings.clock().instant()));
          return;
        }
      }
    }
    if (delivery.state() == Delivery.State.FAILED) {
      LOG.log(
          Level.WARNING,
          "webhook {0} was not told of {1} in {2} attempts: {3}",
          hook.name(),
          delivery.event(),
          delivery.attempts(),
          delivery.problem());
    }
  }

  private Delivery after(Attempt attempt, Delivery delivery) {
    boolean last = delivery.attempts() + 1 >= hook.attempts();
    Delivery.State next =
        switch (attempt.verdict()) {
          case DELIVERED -> Delivery.State.DELIVERED;
          case GIVE_UP -> Delivery.State.FAILED;
          case RETRY -> last ? Delivery.State.FAILED : Delivery.State.WAITING;
        };
    return delivery.attempted(
        next, attempt.status(), attempt.problem(), surroundings.clock().instant());
  }

  @Override
  public void close() {
    closing.countDown();
    worker.interrupt();
  }
}
