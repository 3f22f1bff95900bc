package io.airouter.boot.configuration;

/** How log lines look: one JSON object a line, or text for people. */
public enum LogFormat {
  JSON,
  TEXT
}
