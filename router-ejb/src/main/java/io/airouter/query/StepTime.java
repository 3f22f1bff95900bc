package io.airouter.query;

import java.time.Duration;

/** How long one step of the routing took: analysis, selection, lisp, dns, endpoint or upstream. */
public record StepTime(String step, Duration duration) {}
