/**
 * Calls the endpoints over HTTP: one dialect each for the OpenAI, Anthropic and Ollama APIs, which
 * translates from and to the OpenAI chat-completions shape, and the health checks that tell the
 * routing table which endpoints answer. Uses query's ports, model and table, and the Apache
 * HttpClient. Start at {@link io.airouter.upstream.HttpUpstream} and {@link
 * io.airouter.upstream.HealthChecker}.
 */
package io.airouter.upstream;
