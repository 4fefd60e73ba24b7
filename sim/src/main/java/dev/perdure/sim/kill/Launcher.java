package dev.perdure.sim.kill;

import dev.perdure.api.Effect;
import dev.perdure.engine.Engine;
import dev.perdure.index.Index;
import dev.perdure.java.Freezer;
import dev.perdure.log.Log;
import dev.perdure.node.Perdure;
import dev.perdure.sim.Violation;
import dev.perdure.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/// Starts node processes quickly: from one jar of all they need, with the JVM's cache of classes
/// that are loaded and linked already. A start takes half of what it takes without.
final class Launcher {
  /// One class of each part that the process needs.
  private static final List<Class<?>> PARTS =
      List.of(
          NodeProcess.class,
          Perdure.class,
          Freezer.class,
          Engine.class,
          Index.class,
          Log.class,
          Effect.class,
          Value.class);

  private final Path jar;
  private final Path cache;
  private final Path errors;

  /// Makes the jar and the cache, by a first run of a process on a data directory of its own.
  ///
  /// @param folder where to keep them; it is there
  Launcher(Path folder) throws IOException {
    this.jar = folder.resolve("node.jar");
    this.cache = folder.resolve("node.aot");
    this.errors = folder.resolve("errors");
    pack(jar);
    var output = folder.resolve("training");
    var process =
        builder("-XX:AOTCacheOutput=" + cache, folder.resolve("trained").toString())
            .redirectOutput(output.toFile())
            .start();
    process.getOutputStream().close();
    if (process.onExit().join().exitValue() != 0) {
      throw new Violation("ends", "the first process failed: " + Files.readString(errors));
    }
  }

  /// Starts a node on a data directory.
  Life begin(Path data) throws IOException {
    return new Life(builder("-XX:AOTCache=" + cache, data.toString()).start(), errors);
  }

  private ProcessBuilder builder(String option, String data) {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            option,
            NodeProcess.class.getName(),
            data);
    builder.environment().put("CLASSPATH", jar.toString());
    return builder.redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
  }

  private static void pack(Path jar) throws IOException {
    var packed = new HashSet<String>();
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (var part : PARTS) {
        var source = Path.of(URI.create(location(part)));
        if (Files.isDirectory(source)) {
          packFolder(source, out, packed);
        } else {
          packJar(source, out, packed);
        }
      }
    }
  }

  private static String location(Class<?> part) {
    return part.getProtectionDomain().getCodeSource().getLocation().toString();
  }

  private static void packFolder(Path folder, JarOutputStream out, Set<String> packed)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (var file : files) {
      put(folder.relativize(file).toString(), out, packed, to -> Files.copy(file, to));
    }
  }

  private static void packJar(Path jar, JarOutputStream out, Set<String> packed)
      throws IOException {
    try (var from = new JarFile(jar.toFile())) {
      for (var entry : from.stream().filter(e -> !e.isDirectory()).toList()) {
        put(
            entry.getName(),
            out,
            packed,
            to -> {
              try (var content = from.getInputStream(entry)) {
                content.transferTo(to);
              }
            });
      }
    }
  }

  /// Writes the content of an entry.
  private interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// Puts classes and resources in; what describes a single part, such as its manifest, stays out.
  private static void put(String name, JarOutputStream out, Set<String> packed, Content content)
      throws IOException {
    boolean ofOnePart = name.startsWith("META-INF/") || name.equals("module-info.class");
    if (!ofOnePart && packed.add(name)) {
      out.putNextEntry(new ZipEntry(name));
      content.writeTo(out);
      out.closeEntry();
    }
  }
}
