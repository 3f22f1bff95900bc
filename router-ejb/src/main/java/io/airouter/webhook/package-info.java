/**
 * Tells alerts to web hooks: HTTP POSTs of signed JSON, each hook on a thread of its own, so that a
 * slow one slows nothing. Uses alert only, and the HTTP client. Start at {@link
 * io.airouter.webhook.WebhookNotifier}.
 */
package io.airouter.webhook;
