package io.airouter.api;

import static jakarta.enterprise.concurrent.ContextServiceDefinition.ALL_REMAINING;
import static jakarta.enterprise.concurrent.ContextServiceDefinition.APPLICATION;

import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The virtual threads of the data path. They take over the application's name space and nothing
 * else: callers are known by value, and no transaction spans a query.
 */
@ContextServiceDefinition(
    name = DataPathThreads.CONTEXT,
    propagated = APPLICATION,
    cleared = ALL_REMAINING)
@ManagedExecutorDefinition(
    name = DataPathThreads.NAME,
    context = DataPathThreads.CONTEXT,
    virtual = true)
@ApplicationScoped
public class DataPathThreads {
  static final String NAME = "java:module/concurrent/DataPath";
  static final String CONTEXT = "java:module/concurrent/DataPathContext";
}
