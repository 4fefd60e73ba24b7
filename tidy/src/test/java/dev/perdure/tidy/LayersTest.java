package dev.perdure.tidy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          entry("value", List.of()),
          entry("log", List.of("value")),
          entry("engine", List.of("value")),
          entry("api", List.of("value")),
          entry("java", List.of("engine", "api", "value")),
          entry("wat", List.of("engine", "value")),
          entry("index", List.of("log", "engine", "value")),
          entry("node", List.of("java", "wat", "index", "engine", "log", "api", "value")),
          entry("otel", List.of("node", "index", "engine", "value")),
          entry("server", List.of("node", "java", "index", "engine", "log", "api", "value")),
          entry("testkit", List.of("node", "java", "index", "engine", "log", "api", "value")));

  @Test
  void aModuleUsesOnlyTheModulesBelowIt() {
    MAY_USE.forEach((module, below) -> {
      var allowed = new ArrayList<String>();
      allowed.add("dev.perdure." + module + "..");
      below.forEach(m -> allowed.add("dev.perdure." + m + ".."));
      allowed.add("java..");
      if (module.equals("log")) {
        allowed.add("javax.crypto..");
      }
      if (module.equals("node")) {
        allowed.add("javax.sql..");
        allowed.add("com.sun.management");
      }
      if (module.equals("server")) {
        allowed.addAll(List.of("org.eclipse.jetty..", "tools.jackson.core.."));
      }
      if (module.equals("otel")) {
        allowed.addAll(List.of("io.opentelemetry.api..", "io.opentelemetry.context.."));
      }
      if (module.equals("testkit")) {
        allowed.add("org.junit.jupiter.api..");
      }
      if (module.equals("wat")) {
        allowed.add("com.google.re2j..");
      }
      if (module.equals("index")) {
        allowed.add("org.sqlite..");
      }
      allowed.add("org.jspecify..");
      classes()
          .that()
          .resideInAPackage("dev.perdure." + module + "..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(allowed.toArray(String[]::new))
          .check(classesOf(module));
    });
  }

  @Test
  void librariesOfTheServerAreKnownOnlyWhereTheyAreHidden() {
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.Jetty[^.]*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jetty..")
        .check(classesOf("server"));
    noClasses()
        .that()
        .haveNameNotMatching(".*\\.JsonReader[^.]*")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(classesOf("server"));
  }

  static JavaClasses classesOf(String module) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .importPackages("dev.perdure." + module);
  }
}
