package io.airouter.boot.configuration;

import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.mapserver.NotifyPort;
import io.airouter.mapserver.ReplayMode;
import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.EndpointId;
import io.airouter.model.IpPrefix;
import io.airouter.model.ModelId;
import io.airouter.model.Priority;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of what is routed: workload classes, sites, models, scoring weights, credentials. */
final class CatalogueKeys {
  private static final ValueType<BigDecimal> SHARE = ValueType.number("0", "1");
  private static final ValueType<BigDecimal> MONEY = ValueType.number("0", "1000000");
  private static final ValueType<Integer> TOKENS = ValueType.whole(1, 100_000_000);
  private static final ValueType<Integer> RATE = ValueType.whole(1, 1_000_000_000);
  private static final ValueType<Integer> WEIGHT = ValueType.whole(0, 100);
  private static final ValueType<Integer> PRIORITY = ValueType.whole(0, 255);
  static final ValueType<ModelId> MODEL_ID =
      ValueType.text("a model id (letters a-z, digits, '-' and '.')", ModelId::new);
  private static final ValueType<String> NAME = ValueType.TEXT;

  static final Key<IpPrefix> CLASS_PREFIX_ONLY =
      Key.optional(
          "lisp.eid_prefixes[]",
          ValueType.text("address/length or a section", IpPrefix::parse),
          "10.1.0.0/16, 10.2.0.0/16, 10.3.0.0/16");
  static final Key<IpPrefix> CLASS_PREFIX =
      Key.optional(
          "lisp.eid_prefixes[].prefix",
          ValueType.text("address/length", IpPrefix::parse),
          "required");
  static final Key<String> CLASS_NAME =
      Key.optional("lisp.eid_prefixes[].class", Values.LABEL_NAME, "by the prefix");
  static final Key<ModelId> ALLOWED_MODELS =
      Key.optional("lisp.eid_prefixes[].allowed_models[]", MODEL_ID, "all");
  static final Key<Priority> DEFAULT_PRIORITY =
      Key.of("lisp.eid_prefixes[].default_priority", ValueType.wordOf(Priority.class), "medium");
  static final Key<BigDecimal> MAX_COST =
      Key.optional("lisp.eid_prefixes[].max_cost", MONEY, "none");
  static final Key<Integer> MAX_LATENCY_MS =
      Key.optional("lisp.eid_prefixes[].max_latency_ms", ValueType.whole(1, 3_600_000), "none");
  static final List<Key<BigDecimal>> CLASS_WEIGHTS =
      Stream.of("capability", "load", "cost", "response_time")
          .map(name -> Key.of("lisp.eid_prefixes[].weights." + name, SHARE, "0"))
          .toList();

  static final Key<String> SITE_NAME = Key.optional("lisp.sites[].name", NAME, "required");
  static final Key<EidPrefix> SITE_PREFIXES =
      Key.optional(
          "lisp.sites[].eid_prefixes[]",
          ValueType.text("address/length or name:prefix", SiteReader::prefix),
          "required");
  static final Key<Boolean> ACCEPT_MORE_SPECIFICS =
      Key.of("lisp.sites[].accept_more_specifics", ValueType.TRUTH, "false");
  static final Key<Integer> INSTANCE_ID =
      Key.of("lisp.sites[].instance_id", ValueType.whole(0, 16_777_215), "0");
  static final Key<Integer> KEY_ID = Key.of("lisp.sites[].keys[].id", ValueType.whole(0, 255), "0");
  static final Key<AuthenticationAlgorithm> ALGORITHM =
      Key.of("lisp.sites[].keys[].algorithm", ValueType.oneOf(algorithms()), "hmac-sha-256-128");
  static final Key<Secret> SITE_SECRET =
      Key.optional("lisp.sites[].keys[].secret", ValueType.SECRET, "required");
  static final Key<ReplayMode> REPLAY =
      Key.of("lisp.sites[].replay", ValueType.wordOf(ReplayMode.class), "window");
  static final Key<NotifyPort> NOTIFY_PORT =
      Key.of("lisp.sites[].notify_port", notifyPort(), "4342");

  static final Key<String> MODEL_NAME = Key.optional("models.<id>.name", NAME, "the id");
  static final Key<Dialect> DIALECT =
      Key.optional(
          "models.<id>.dialect",
          ValueType.wordOf(Dialect.class),
          "openai, for an id beginning with claude anthropic");
  static final Key<String> UPSTREAM_MODEL =
      Key.optional("models.<id>.upstream_model", NAME, "the id");
  static final Key<URI> ENDPOINT = Key.optional("models.<id>.endpoint", Values.BASE_URL, "none");
  static final Key<Integer> MODEL_WEIGHT = Key.of("models.<id>.weight", WEIGHT, "100");
  static final Key<Integer> MODEL_PRIORITY = Key.of("models.<id>.priority", PRIORITY, "1");
  static final Key<URI> ENDPOINTS =
      Key.optional(
          "models.<id>.endpoints[]",
          Values.BASE_URL.allowing(Values.BASE_URL.allowed() + " or a section"),
          "none");
  static final Key<EndpointId> ENDPOINT_ID =
      Key.optional(
          "models.<id>.endpoints[].id",
          ValueType.text("letters a-z, digits, '-' and '.'", EndpointId::new),
          "the model's id and a number");
  static final Key<URI> ENDPOINT_URL =
      Key.optional("models.<id>.endpoints[].url", Values.BASE_URL, "required");
  static final Key<Integer> ENDPOINT_PRIORITY =
      Key.optional("models.<id>.endpoints[].priority", PRIORITY, "the model's");
  static final Key<Integer> ENDPOINT_WEIGHT =
      Key.optional("models.<id>.endpoints[].weight", WEIGHT, "the model's");
  static final Key<String> ENDPOINT_CREDENTIAL =
      Key.optional("models.<id>.endpoints[].credential", NAME, "the model's api_key");
  static final Key<Secret> API_KEY = Key.optional("models.<id>.api_key", ValueType.SECRET, "none");
  static final Key<Integer> RATE_LIMIT = Key.optional("models.<id>.rate_limit", RATE, "none");
  static final Key<Integer> TOKEN_LIMIT =
      Key.optional("models.<id>.tokens_per_minute", RATE, "none");
  static final Key<BigDecimal> COST_PER_TOKEN =
      Key.optional("models.<id>.cost_per_token", MONEY, "0");
  static final Key<BigDecimal> PRICE_INPUT = Key.of("models.<id>.prices.input", MONEY, "0");
  static final Key<BigDecimal> PRICE_OUTPUT = Key.of("models.<id>.prices.output", MONEY, "0");
  static final Key<BigDecimal> PRICE_CACHED =
      Key.optional("models.<id>.prices.cached", MONEY, "as input");
  static final Key<Integer> MAX_TOKENS = Key.of("models.<id>.max_tokens", TOKENS, "4096");
  static final Key<Integer> CONTEXT_WINDOW =
      Key.optional("models.<id>.context_window", TOKENS, "four times max_tokens");
  static final Key<Capability> CAPABILITIES =
      Key.of("models.<id>.capabilities.<query_type>", ValueType.wordOf(Capability.class), "fair");
  static final Key<InetAddress> EID =
      Key.optional("models.<id>.eid", Values.ADDRESS, "the next free of 10.100.0.1…");
  static final Key<Boolean> ENABLED = Key.of("models.<id>.enabled", ValueType.TRUTH, "true");
  static final Key<String> REGISTRATION_SCHEME =
      Key.optional(
          "models.<id>.registration.scheme",
          ValueType.oneOf(schemes()),
          "of the first endpoint, else http");
  static final Key<Integer> REGISTRATION_PORT =
      Key.optional(
          "models.<id>.registration.port", ValueType.PORT, "of the first endpoint, else 8080");
  static final Key<String> REGISTRATION_PATH =
      Key.optional(
          "models.<id>.registration.path",
          ValueType.text("empty or a path beginning with /", text -> text)
              .where(text -> text.isEmpty() || text.startsWith("/")),
          "of the first endpoint, else empty");

  static final List<Key<BigDecimal>> LOAD_BALANCING =
      List.of(
          Key.of("load_balancing.capability", SHARE, "0.4"),
          Key.of("load_balancing.load", SHARE, "0.3"),
          Key.of("load_balancing.cost", SHARE, "0.2"),
          Key.of("load_balancing.response_time", SHARE, "0.1"));

  static final Key<Secret> CREDENTIALS =
      Key.optional("credentials.<name>", ValueType.SECRET, "none");

  static final List<Key<?>> ALL =
      Stream.of(classKeys(), siteKeys(), modelKeys(), LOAD_BALANCING, List.of(CREDENTIALS))
          .<Key<?>>flatMap(List::stream)
          .toList();

  private CatalogueKeys() {}

  private static List<Key<?>> classKeys() {
    List<Key<?>> own =
        List.of(
            CLASS_PREFIX_ONLY,
            CLASS_PREFIX,
            CLASS_NAME,
            ALLOWED_MODELS,
            DEFAULT_PRIORITY,
            MAX_COST,
            MAX_LATENCY_MS);
    return Stream.<Key<?>>concat(own.stream(), CLASS_WEIGHTS.stream()).toList();
  }

  private static List<Key<?>> siteKeys() {
    return List.of(
        SITE_NAME,
        SITE_PREFIXES,
        ACCEPT_MORE_SPECIFICS,
        INSTANCE_ID,
        KEY_ID,
        ALGORITHM,
        SITE_SECRET,
        REPLAY,
        NOTIFY_PORT);
  }

  private static List<Key<?>> modelKeys() {
    return List.of(
        MODEL_NAME,
        DIALECT,
        UPSTREAM_MODEL,
        ENDPOINT,
        MODEL_WEIGHT,
        MODEL_PRIORITY,
        ENDPOINTS,
        ENDPOINT_ID,
        ENDPOINT_URL,
        ENDPOINT_PRIORITY,
        ENDPOINT_WEIGHT,
        ENDPOINT_CREDENTIAL,
        API_KEY,
        RATE_LIMIT,
        TOKEN_LIMIT,
        COST_PER_TOKEN,
        PRICE_INPUT,
        PRICE_OUTPUT,
        PRICE_CACHED,
        MAX_TOKENS,
        CONTEXT_WINDOW,
        CAPABILITIES,
        EID,
        ENABLED,
        REGISTRATION_SCHEME,
        REGISTRATION_PORT,
        REGISTRATION_PATH);
  }

  private static Map<String, AuthenticationAlgorithm> algorithms() {
    Map<String, AuthenticationAlgorithm> words = new LinkedHashMap<>();
    words.put("hmac-sha-256-128", AuthenticationAlgorithm.HMAC_SHA_256_128);
    words.put("hmac-sha-1-96", AuthenticationAlgorithm.HMAC_SHA_1_96);
    words.put("hkdf-sha-256", AuthenticationAlgorithm.HMAC_SHA_256_128_HKDF);
    return words;
  }

  private static ValueType<NotifyPort> notifyPort() {
    ValueType<NotifyPort> words =
        ValueType.oneOf(
            Map.of(
                "source", NotifyPort.SOURCE,
                "4342", NotifyPort.LISP_CONTROL));
    return new ValueType<>(ValueType.Kind.SCALAR, "4342 or source", words.parser(), false);
  }

  private static Map<String, String> schemes() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("http", "http");
    words.put("https", "https");
    return words;
  }
}
