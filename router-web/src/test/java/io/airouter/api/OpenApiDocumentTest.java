package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class OpenApiDocumentTest {
  private static final Map<Class<? extends Annotation>, String> METHODS =
      Map.of(
          GET.class,
          "get",
          POST.class,
          "post",
          DELETE.class,
          "delete",
          PUT.class,
          "put",
          PATCH.class,
          "patch");
  private static final JavaClasses API =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.airouter.api");

  private final Map<String, Map<String, Object>> paths = paths();

  @Test
  void eachMethodOfEachResourceIsDescribed() {
    Stream<JavaMethod> methods =
        API.stream()
            .filter(c -> c.isAnnotatedWith(Path.class))
            .flatMap(c -> c.getMethods().stream());

    assertThat(methods.flatMap(this::operations)).isNotEmpty().allSatisfy(this::isDescribed);
  }

  @Test
  void eachPathOfEachServletIsDescribed() {
    Stream<String> patterns =
        API.stream()
            .filter(c -> c.isAnnotatedWith(WebServlet.class))
            .map(c -> c.getAnnotationOfType(WebServlet.class))
            .flatMap(servlet -> Arrays.stream(servlet.urlPatterns()))
            .map(pattern -> pattern.replace("/*", "/"));

    assertThat(patterns)
        .isNotEmpty()
        .allSatisfy(
            pattern -> assertThat(paths.keySet()).anyMatch(path -> path.startsWith(pattern)));
  }

  @Test
  void eachOperationSaysWhatItDoesAndShowsAnExample() {
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  assertThat(operation.toString())
                      .as("%s %s", method, path)
                      .contains("summary=", "operationId=", "example=");
                }));
  }

  private Stream<String> operations(JavaMethod method) {
    return METHODS.entrySet().stream()
        .filter(verb -> method.isAnnotatedWith(verb.getKey()))
        .map(verb -> verb.getValue() + " " + ApiApplication.PATH + path(method));
  }

  private static String path(JavaMethod method) {
    JavaClass resource = method.getOwner();
    String own =
        method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    // A parameter's pattern is nothing of the document.
    return (resource.getAnnotationOfType(Path.class).value() + own)
        .replaceAll("\\{(\\w+):[^}]*}", "{$1}");
  }

  private void isDescribed(String operation) {
    int space = operation.indexOf(' ');
    assertThat(paths.getOrDefault(operation.substring(space + 1), Map.of()))
        .as(operation)
        .containsKey(operation.substring(0, space));
  }

  @SuppressWarnings("unchecked") // The document's shape is the standard's.
  private static Map<String, Map<String, Object>> paths() {
    try (InputStream document =
        OpenApiDocumentTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
      Load load = new Load(LoadSettings.builder().setMaxAliasesForCollections(100).build());
      return (Map<String, Map<String, Object>>)
          ((Map<String, Object>) load.loadFromInputStream(document)).get("paths");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
