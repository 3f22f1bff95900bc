/**
 * The operator's wishes as typed values: what router.yaml and the environment say, or why they are
 * refused, each refusal with file, line, key and what is allowed. Uses the domain's values and
 * snakeyaml-engine, reads one file, opens nothing else and knows no container. Start at {@link
 * io.airouter.boot.configuration.ConfigurationLoader}, then {@link
 * io.airouter.boot.configuration.RouterConfiguration}; the keys are in {@code SettingKeys} and
 * {@code CatalogueKeys}.
 */
package io.airouter.boot.configuration;
