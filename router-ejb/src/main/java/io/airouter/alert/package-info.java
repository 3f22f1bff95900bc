/**
 * Rules that watch the router's figures and say when a person should look: the rules and the
 * metrics they may name, the engine that judges, and what carries its verdicts on. Uses access
 * (audit), history and table, and reads, keeps and tells through ports. Start at {@link
 * io.airouter.alert.AlertEngine}.
 */
package io.airouter.alert;
