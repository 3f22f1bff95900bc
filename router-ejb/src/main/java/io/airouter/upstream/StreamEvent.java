package io.airouter.upstream;

/** One event of a stream; {@code name} is empty where the framing gave none. */
record StreamEvent(String name, String data) {}
