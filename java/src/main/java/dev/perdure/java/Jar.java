package dev.perdure.java;

import dev.perdure.value.Problem;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;

/// Reads all class files of a jar.
final class Jar {
  private Jar() {}

  static Map<String, byte[]> read(Path file) {
    var classFiles = new HashMap<String, byte[]>();
    try (var jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, Runtime.version())) {
      var bytes = 0L;
      for (var entry : (Iterable<JarEntry>) jar.versionedStream()::iterator) {
        if (entry.getName().endsWith(".class")) {
          try (var in = jar.getInputStream(entry)) {
            var classFile =
                in.readNBytes((int) Math.min(Integer.MAX_VALUE, Limits.JAR_BYTES_MAX - bytes + 1));
            bytes += classFile.length;
            if (bytes > Limits.JAR_BYTES_MAX) {
              throw tooLarge(file);
            }
            classFiles.put(className(entry.getName()), classFile);
          }
        }
      }
    } catch (NoSuchFileException e) {
      throw Problem.of(
              JavaCode.JAVA_JAR,
              "The jar file " + file + " does not exist",
              "Check the path, and whether the build has made it")
          .exception(e);
    } catch (IOException e) {
      throw Problem.of(
              JavaCode.JAVA_JAR,
              "The jar file " + file + " cannot be read: " + e.getMessage(),
              "Build it again, and check the path")
          .exception(e);
    }
    return classFiles;
  }

  private static String className(String entry) {
    return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
  }

  private static RuntimeException tooLarge(Path file) {
    return Problem.of(
            JavaCode.JAVA_JAR,
            "The classes of " + file + " are larger than " + Limits.JAR_BYTES_MAX + " bytes",
            "Leave out libraries that the functions do not use")
        .exception();
  }
}
