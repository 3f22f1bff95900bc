package io.airouter.simulator;

/**
 * What a call asks.
 *
 * @param question the text of the last user message
 * @param tokens estimated tokens of everything sent: system text and all messages
 */
record Prompt(String question, int tokens) {}
