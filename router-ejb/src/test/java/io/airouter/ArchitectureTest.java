package io.airouter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The rooms of the house and the arrows between them; docs/architecture.md draws them. */
@AnalyzeClasses(packages = "io.airouter", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Each room with the rooms it may use; boot may use all. */
  private static final Map<String, List<String>> ARROWS =
      Map.ofEntries(
          Map.entry("wire", List.of()),
          Map.entry("lisp", List.of()),
          Map.entry("lisp.codec", List.of("lisp", "wire")),
          Map.entry("dns", List.of()),
          Map.entry("dns.codec", List.of("dns", "wire")),
          Map.entry("mapping", List.of("lisp")),
          Map.entry("naming", List.of("dns")),
          Map.entry("model", List.of()),
          Map.entry("table", List.of("mapping", "naming", "model", "lisp", "dns")),
          Map.entry("mapserver", List.of("lisp", "mapping", "table")),
          Map.entry("nameserver", List.of("dns", "naming", "table")),
          Map.entry("query", List.of("model", "table", "access", "history")),
          Map.entry("access", List.of("model")),
          Map.entry("history", List.of("model")),
          Map.entry("cluster", List.of("model", "lisp", "table", "mapserver", "access")),
          Map.entry(
              "boundary",
              List.of(
                  "model",
                  "table",
                  "mapping",
                  "naming",
                  "lisp",
                  "dns",
                  "query",
                  "access",
                  "history",
                  "cluster",
                  "sdn",
                  "alert",
                  "mapserver",
                  "nameserver")),
          Map.entry(
              "listener",
              List.of(
                  "wire",
                  "lisp",
                  "lisp.codec",
                  "dns",
                  "dns.codec",
                  "mapserver",
                  "nameserver",
                  "table")),
          Map.entry("alert", List.of("table", "history", "access")),
          Map.entry("webhook", List.of("alert")),
          Map.entry("sdn", List.of("mapping", "table", "lisp", "model")),
          Map.entry("southbound", List.of("sdn", "mapping", "lisp")),
          Map.entry("upstream", List.of("query", "model", "table")),
          Map.entry("limits", List.of("query", "model", "table")),
          Map.entry(
              "persistence",
              List.of(
                  "model",
                  "mapping",
                  "lisp",
                  "access",
                  "history",
                  "query",
                  "cluster",
                  "sdn",
                  "alert",
                  "mapserver")),
          Map.entry(
              "telemetry",
              List.of(
                  "table",
                  "model",
                  "mapserver",
                  "nameserver",
                  "query",
                  "history",
                  "cluster",
                  "sdn",
                  "alert")));

  @ArchTest
  static void everyRoomUsesOnlyTheRoomsItsArrowsPointTo(JavaClasses house) {
    ARROWS.forEach(
        (room, allowed) -> {
          String[] forbidden =
              ARROWS.keySet().stream()
                  .filter(other -> !other.equals(room) && !allowed.contains(other))
                  .map(ArchitectureTest::packageOf)
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(packageOf(room))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(withBoot(forbidden))
              .because("the arrows of " + room + " lead to " + allowed)
              .allowEmptyShould(true)
              .check(house);
        });
  }

  @ArchTest
  static void everyPackageIsARoomOfThePlan(JavaClasses house) {
    assertThat(
            house.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith("io.airouter.boot"))
                .filter(name -> !name.startsWith("io.airouter.db"))
                .map(name -> name.substring("io.airouter.".length()))
                .distinct())
        .isSubsetOf(ARROWS.keySet());
  }

  @ArchTest
  static final ArchRule PROTOCOLS_AND_VALUES_USE_THE_JDK_ONLY =
      classes()
          .that()
          .resideInAnyPackage(values())
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(Stream.concat(jdk(), Arrays.stream(values())).toArray(String[]::new));

  @ArchTest
  static final ArchRule PROTOCOLS_AND_VALUES_TOUCH_NO_SOCKET_FILE_SQL_OR_CLOCK =
      noClasses()
          .that()
          .resideInAnyPackage(values())
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.sql..")
          .orShould()
          .dependOnClassesThat()
          .haveNameMatching("java\\.net\\.(Server|Datagram|Multicast)?Socket.*")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule SHARED_MUTABLE_STATE_LIVES_IN_THREE_ROOMS =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.airouter.table..", "io.airouter.access..", "io.airouter.upstream..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching("java\\.util\\.concurrent\\.(Concurrent.*Map|atomic\\.AtomicRef.*)");

  @ArchTest
  static final ArchRule ROWS_STAY_INSIDE_PERSISTENCE =
      classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

  @ArchTest
  static final ArchRule NO_ROOMS_FORM_A_CYCLE =
      slices().matching("io.airouter.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_DUSTBINS =
      noClasses()
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)")
          .orShould()
          .resideInAnyPackage("..util..", "..common..", "..manager..", "..helper..", "..impl..");

  private static String packageOf(String room) {
    boolean hasInnerRooms = ARROWS.keySet().stream().anyMatch(r -> r.startsWith(room + "."));
    return "io.airouter." + room + (hasInnerRooms ? "" : "..");
  }

  private static String[] withBoot(String... rooms) {
    return Stream.concat(Arrays.stream(rooms), Stream.of("io.airouter.boot.."))
        .toArray(String[]::new);
  }

  private static String[] values() {
    return new String[] {
      "io.airouter.wire..",
      "io.airouter.lisp..",
      "io.airouter.dns..",
      "io.airouter.mapping..",
      "io.airouter.naming..",
      "io.airouter.model..",
      "io.airouter.table.."
    };
  }

  /** The JDK, its cryptography for packet authentication included. */
  private static Stream<String> jdk() {
    return Stream.of("java..", "javax.crypto..");
  }
}
