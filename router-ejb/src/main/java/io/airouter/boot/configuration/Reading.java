package io.airouter.boot.configuration;

/**
 * One reading of one file: what was found, what may be there, and the variables that win over it.
 */
record Reading(Findings findings, Environment environment, KnownKeys known) {

  boolean isProduction() {
    return environment.find(SettingKeys.ENVIRONMENT).orElse(Mode.DEVELOPMENT) == Mode.PRODUCTION;
  }

  Substitution substitute(String text) {
    return Substitution.of(text, environment::text);
  }
}
