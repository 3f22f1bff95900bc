package io.airouter.boot.configuration;

import io.airouter.model.ModelId;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives each model its own service EID: the one it asks for, else the next free of 10.100.0.0. */
final class ServiceEids {
  private static final int HIGHEST = 65_534;

  private final Map<InetAddress, ModelId> taken = new LinkedHashMap<>();

  /** Notes an EID that the file asks for; the model that has it already, if any. */
  Optional<ModelId> take(InetAddress eid, ModelId model) {
    return Optional.ofNullable(taken.putIfAbsent(eid, model));
  }

  /** An EID for a model that asks for none; after all that ask were noted. */
  InetAddress next(ModelId model) {
    int number = 1;
    while (number < HIGHEST && taken.containsKey(numbered(number))) {
      number++;
    }
    taken.put(numbered(number), model);
    return numbered(number);
  }

  private static InetAddress numbered(int number) {
    return InetAddress.ofLiteral("10.100." + number / 256 + "." + number % 256);
  }
}
