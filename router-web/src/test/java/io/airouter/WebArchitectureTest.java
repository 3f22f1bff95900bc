package io.airouter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The web sees the boundary and the values it speaks in, never an engine or an adapter. */
@AnalyzeClasses(packages = "io.airouter", importOptions = ImportOption.DoNotIncludeTests.class)
class WebArchitectureTest {
  private static final String[] WEB = {
    "io.airouter.api..", "io.airouter.admin..", "io.airouter.health.."
  };

  @ArchTest
  static final ArchRule THE_WEB_USES_THE_BOUNDARY_AND_VALUES =
      noClasses()
          .that()
          .resideInAnyPackage(WEB)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.airouter.wire..",
              "io.airouter.lisp.codec..",
              "io.airouter.dns.codec..",
              "io.airouter.mapserver..",
              "io.airouter.nameserver..",
              "io.airouter.listener..",
              "io.airouter.upstream..",
              "io.airouter.persistence..",
              "io.airouter.southbound..",
              "io.airouter.telemetry..");

  @ArchTest
  static final ArchRule SCREENS_API_AND_HEALTH_FORM_NO_CYCLE =
      slices().matching("io.airouter.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NO_DUSTBINS =
      noClasses()
          .that()
          .resideInAnyPackage(WEB)
          .should()
          .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Common)");
}
