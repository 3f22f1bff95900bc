package io.airouter.restconf;

/** How the double answers. */
public enum Mood {
  WELL,
  /** Takes the request and never answers. */
  HANGS,
  /** 500 without JSON, as a proxy in front would. */
  FAILS,
  /** 429 with Retry-After. */
  OVERLOADED,
  /** 200 and no JSON. */
  RAVES,
  /** 302 to another place. */
  REDIRECTS,
  /** 404 without JSON, as a server whose feature is not loaded. */
  HAS_NO_SERVICE,
  /** Reads well, refuses each write with 400. */
  REFUSES_WRITES
}
