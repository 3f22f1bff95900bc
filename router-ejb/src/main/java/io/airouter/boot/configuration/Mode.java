package io.airouter.boot.configuration;

/** Where the router runs, as ENVIRONMENT says; production refuses what is only fit for a desk. */
public enum Mode {
  DEVELOPMENT,
  PRODUCTION
}
