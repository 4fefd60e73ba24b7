package dev.perdure.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

record HostClasses(ClassLoader loader) implements ClassSource {
  @Override
  public byte @Nullable [] classFile(String className) {
    try (var in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SortedSet<String> classNames() {
    return Collections.emptySortedSet();
  }
}
