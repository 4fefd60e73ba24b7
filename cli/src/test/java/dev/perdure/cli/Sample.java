package dev.perdure.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/// A small shop in two versions, and a jar that is refused, compiled once.
final class Sample {
  private static final String CATALOG =
      """
      package shop;
      @dev.perdure.api.Effect
      public interface Catalog {
        String user(String id);
      }
      """;
  private static final String MEMORY_CATALOG =
      """
      package shop;
      public final class MemoryCatalog implements Catalog {
        @Override
        public String user(String id) {
          return "Ada" + id;
        }
      }
      """;
  private static final String SHOP =
      """
      package shop;
      import dev.perdure.api.Clock;
      import dev.perdure.api.Log;
      import dev.perdure.api.Routed;
      import java.time.Duration;
      public final class Shop {
        private final Catalog catalog;
        private final Log log;
        private final Clock clock;
        Shop(Catalog catalog, Log log, Clock clock) {
          this.catalog = catalog;
          this.log = log;
          this.clock = clock;
        }
        @Routed
        public String handleRequest(String id) {
          var user = lookupUser(id);
          log.info("greeting {}", user);
          return "Hello " + user;
        }
        @Routed
        public String lookupUser(String id) {
          LOOKUP
        }
        @Routed
        public String nap(long seconds) {
          clock.sleep(Duration.ofSeconds(seconds));
          return "rested";
        }
        @Routed
        public String fail(String why) {
          throw new IllegalStateException(why);
        }
      }
      """;
  private static final String BAD =
      """
      package bad;
      import dev.perdure.api.Routed;
      public final class Bad {
        @Routed
        public static String open() throws java.io.IOException {
          return new java.net.Socket("localhost", 1).toString();
        }
        @Routed
        public static String read() throws java.io.IOException {
          return java.nio.file.Files.readString(java.nio.file.Path.of("x"));
        }
      }
      """;
  private static final Map<String, byte[]> JARS = jars();

  private Sample() {}

  /// Puts `shop-v1.jar`, `shop-v2.jar` and `bad.jar` into a directory.
  static void write(Path directory) throws IOException {
    for (var jar : JARS.entrySet()) {
      Files.write(directory.resolve(jar.getKey()), jar.getValue());
    }
  }

  private static Map<String, byte[]> jars() {
    var v1 = SHOP.replace("LOOKUP", "return catalog.user(id);");
    var v2 =
        SHOP.replace(
            "LOOKUP", "log.info(\"looking up {}\", id);\n    return catalog.user(id + \"!\");");
    return Map.of(
        "shop-v1.jar", jar(Map.of("Shop", v1, "Catalog", CATALOG, "MemoryCatalog", MEMORY_CATALOG)),
        "shop-v2.jar", jar(Map.of("Shop", v2, "Catalog", CATALOG, "MemoryCatalog", MEMORY_CATALOG)),
        "bad.jar", jar(Map.of("Bad", BAD)));
  }

  /// Compiles sources, by the name of the class, into a jar.
  static byte[] jar(Map<String, String> sources) {
    try {
      var folder = Files.createTempDirectory("sample");
      try {
        return jar(folder, compiled(folder, sources));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path compiled(Path folder, Map<String, String> sources) throws IOException {
    var classes = Files.createDirectory(folder.resolve("classes"));
    var arguments =
        new java.util.ArrayList<>(
            List.of(
                "-g",
                "-proc:none",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    for (var source : new TreeMap<>(sources).entrySet()) {
      var file = folder.resolve(source.getKey() + ".java");
      Files.writeString(file, source.getValue());
      arguments.add(file.toString());
    }
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    if (exit != 0) {
      throw new AssertionError("the sample does not compile");
    }
    return classes;
  }

  private static byte[] jar(Path folder, Path classes) throws IOException {
    var jar = folder.resolve("sample.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(classes)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        out.write(Files.readAllBytes(file));
      }
    }
    return Files.readAllBytes(jar);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
