package io.airouter.admin;

import io.airouter.boundary.Names;
import io.airouter.dns.DomainName;
import io.airouter.dns.RRset;
import io.airouter.dns.RecordText;
import io.airouter.dns.RecordType;
import io.airouter.dns.WireAnswer;
import io.airouter.dns.WireClient.NoAnswerException;
import io.airouter.dns.WireQuery;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceInstance;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Services and records of the zone, and what the open port answers ({@code ?name=&type=}). */
@Named
@RequestScoped
public class DnsView {
  private static final List<String> TYPES =
      List.of("A", "AAAA", "SRV", "TXT", "SOA", "NS", "HTTPS", "ANY");
  private static final Map<String, Comparator<RecordRow>> COLUMNS =
      Map.of(
          "name", Comparator.comparing(RecordRow::name),
          "type", Comparator.comparing(RecordRow::type),
          "ttl", Comparator.comparingInt(RecordRow::ttlSeconds),
          "data", Comparator.comparing(RecordRow::data));

  @Inject private Names names;

  private TableRequest request;
  private TablePage<RecordRow> records;
  private List<ServiceRow> services = List.of();
  private Optional<WireAnswer> answer = Optional.empty();
  private String problem = "";

  /** Reads what the address asks for, and asks the port where it names a question. */
  @PostConstruct
  void read() {
    request = TableRequest.ofPage("name");
    services =
        names.services().stream()
            .map(ServiceRow::of)
            .sorted(Comparator.comparingInt(row -> row.mark().urgency()))
            .toList();
    List<RecordRow> rows = names.records().stream().flatMap(RecordRow::of).toList();
    records = TablePage.of(rows, request, COLUMNS, RecordRow::text);
    if (!getName().isEmpty()) {
      ask();
    }
  }

  private void ask() {
    try {
      DomainName name = DomainName.parse(getName());
      RecordType type =
          RecordType.parse(getType())
              .orElseThrow(
                  () -> new IllegalArgumentException("'" + getType() + "' is no record type."));
      answer = Optional.of(names.ask(new WireQuery(name, type, isTcp())));
    } catch (IllegalArgumentException | NoAnswerException e) {
      problem = e.getMessage();
    }
  }

  public String getApex() {
    return names.apex();
  }

  public String getName() {
    return request.filter("name");
  }

  public String getType() {
    return request.filter("type").isEmpty() ? "A" : request.filter("type");
  }

  public boolean isTcp() {
    return request.filter("transport").equals("tcp");
  }

  public List<String> getTypes() {
    return TYPES;
  }

  public List<ServiceRow> getServices() {
    return services;
  }

  public TablePage<RecordRow> getRecords() {
    return records;
  }

  public boolean isAnswered() {
    return answer.isPresent();
  }

  public WireAnswer getAnswer() {
    return answer.orElseThrow();
  }

  /** Green for an answer with records, yellow for one that says no. */
  public StatusMark getMark() {
    return getAnswer().rcode().equals("NOERROR")
        ? StatusMark.ok("NOERROR")
        : StatusMark.warn(getAnswer().rcode());
  }

  /** How long the answer took. */
  public String getTook() {
    return Figures.duration(getAnswer().took());
  }

  /** The message's octets, two digits each, sixteen a line. */
  public String getDump() {
    return getAnswer()
        .hexadecimal()
        .replaceAll("(.{32})(?=.)", "$1\n")
        .replaceAll("([0-9a-f]{2})(?=[0-9a-f])", "$1 ");
  }

  public String getProblem() {
    return problem;
  }

  /** One record. */
  public record RecordRow(String name, String type, int ttlSeconds, String data) {
    static Stream<RecordRow> of(RRset set) {
      return set.records().stream()
          .map(
              record ->
                  new RecordRow(
                      set.name().toString(),
                      set.type().toString(),
                      set.ttlSeconds(),
                      RecordText.of(record)));
    }

    String text() {
      return name + " " + type + " " + data;
    }
  }

  /** One service with its instances, the unhealthy ones first. */
  public record ServiceRow(
      String name, StatusMark mark, String attributes, List<InstanceRow> instances) {
    static ServiceRow of(Service service) {
      List<InstanceRow> instances =
          service.instances().stream()
              .map(InstanceRow::of)
              .sorted(Comparator.comparingInt(row -> row.mark().urgency()))
              .toList();
      long named = service.instances().stream().filter(ServiceInstance::serving).count();
      return new ServiceRow(
          service.name(),
          mark(named, instances.size()),
          String.join(" · ", service.attributes()),
          instances);
    }

    private static StatusMark mark(long named, int all) {
      if (named == 0) {
        return StatusMark.bad("No answer");
      }
      return named < all
          ? StatusMark.warn(named + " of " + all + " answered")
          : StatusMark.ok("Answered");
    }
  }

  /** One place of a service. */
  public record InstanceRow(
      String endpoint, String addresses, int port, int priority, int weight, StatusMark mark) {
    static InstanceRow of(ServiceInstance instance) {
      return new InstanceRow(
          instance.endpoint(),
          instance.addresses().stream()
              .map(InetAddress::getHostAddress)
              .collect(Collectors.joining(", ")),
          instance.port(),
          instance.priority(),
          instance.weight(),
          instance.serving() ? StatusMark.ok("Named") : StatusMark.bad("Left out"));
    }
  }
}
