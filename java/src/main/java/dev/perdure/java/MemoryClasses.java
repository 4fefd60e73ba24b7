package dev.perdure.java;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

record MemoryClasses(Map<String, byte[]> classFiles) implements ClassSource {
  @Override
  public byte @Nullable [] classFile(String className) {
    return classFiles.get(className);
  }

  @Override
  public SortedSet<String> classNames() {
    return new TreeSet<>(classFiles.keySet());
  }
}
