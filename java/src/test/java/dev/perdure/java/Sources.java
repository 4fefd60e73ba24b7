package dev.perdure.java;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles sources in memory.
final class Sources {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile(
          "(?m)^(?:@\\w+ )?(?:public |final |abstract |sealed )*(?:class|record|interface|enum)"
              + " (\\w+)");

  private Sources() {}

  /// Class files by binary name.
  static Map<String, byte[]> compile(String... sources) {
    return compile(List.of("-g", "-proc:none", "-nowarn"), sources);
  }

  static Map<String, byte[]> compile(List<String> options, String... sources) {
    var classFiles = new HashMap<String, ByteArrayOutputStream>();
    var messages = new StringWriter();
    var units = Arrays.stream(sources).map(Sources::unit).toList();
    var ok =
        COMPILER.getTask(messages, new InMemory(classFiles), null, options, null, units).call();
    if (!ok) {
      throw new IllegalArgumentException(messages.toString());
    }
    var result = new HashMap<String, byte[]>();
    classFiles.forEach((name, bytes) -> result.put(name, bytes.toByteArray()));
    return result;
  }

  private static JavaFileObject unit(String source) {
    var type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("No type in " + source);
    }
    var named = PACKAGE.matcher(source);
    var folder = named.find() ? named.group(1).replace('.', '/') + "/" : "";
    var uri = URI.create("string:///" + folder + type.group(1) + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classFiles;

    InMemory(Map<String, ByteArrayOutputStream> classFiles) {
      super(FILES);
      this.classFiles = classFiles;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("bytes:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return classFiles.computeIfAbsent(className, _ -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
