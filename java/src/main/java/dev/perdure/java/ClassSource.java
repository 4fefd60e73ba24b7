package dev.perdure.java;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where the class files of a universe are read from. The JDK and the API of Perdure are not part
/// of it.
public interface ClassSource {
  /// The class file of a class, or null if the source has none.
  ///
  /// @param className the binary name, such as `shop.Order$Line`
  byte @Nullable [] classFile(String className);

  /// The names of all classes, as far as the source can tell; empty if it finds them by name only.
  SortedSet<String> classNames();

  /// The classes of a jar file, read as this JDK would (versioned entries too) and at once: the
  /// file is closed when this returns.
  ///
  /// @throws dev.perdure.value.PerdureException `JAVA_JAR`
  static ClassSource jar(Path file) {
    return memory(Jar.read(file));
  }

  /// The classes of the running program, read afresh as resources of their loader.
  static ClassSource host(ClassLoader loader) {
    return new HostClasses(loader);
  }

  /// Class files in memory, by binary class name.
  static ClassSource memory(Map<String, byte[]> classFiles) {
    return new MemoryClasses(Map.copyOf(classFiles));
  }

  /// This source, with one method routed as if its source said `@Routed("function")`.
  ///
  /// @param className the class that declares the method
  /// @param descriptor of the method, such as `(Ljava/lang/String;)I`
  /// @param function the name of the function
  default ClassSource routing(String className, String method, String descriptor, String function) {
    return new RoutedClasses(this, className, method, descriptor, function);
  }

  /// This source, and another one for what this one does not have.
  default ClassSource orElse(ClassSource other) {
    var first = this;
    return new ClassSource() {
      @Override
      public byte @Nullable [] classFile(String className) {
        var found = first.classFile(className);
        return found == null ? other.classFile(className) : found;
      }

      @Override
      public SortedSet<String> classNames() {
        var names = new TreeSet<>(first.classNames());
        names.addAll(other.classNames());
        return names;
      }
    };
  }
}
