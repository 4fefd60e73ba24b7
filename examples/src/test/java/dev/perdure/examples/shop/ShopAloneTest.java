package dev.perdure.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.api.Routed;
import java.io.IOException;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The class of functions and its unit test need annotations only: both are compiled and run here
/// on a class path with the API and the test libraries, and without the engine.
class ShopAloneTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/perdure/examples/shop");
  private static final Path TESTS = Path.of("src/test/java/dev/perdure/examples/shop");

  @TempDir Path classes;

  @Test
  void theShopImportsAnnotationsOfTheApiOnly() throws IOException {
    var imports =
        Files.readAllLines(SOURCES.resolve("Shop.java")).stream()
            .filter(line -> line.startsWith("import ") && !line.startsWith("import java."))
            .map(line -> line.substring("import ".length(), line.length() - 1))
            .toList();
    assertThat(imports).isNotEmpty().allMatch(ShopAloneTest::isAnnotationOfTheApi);
  }

  private static boolean isAnnotationOfTheApi(String name) {
    try {
      return name.startsWith("dev.perdure.api.") && Class.forName(name).isAnnotation();
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void itsUnitTestCompilesAndRunsWithoutTheEngine() throws Exception {
    compile("Shop", "Catalog", "Warehouse", "Request", "Response", "User", "Item", "NoSuchUser");
    try (var loader =
        new URLClassLoader(
            libraries().map(ShopAloneTest::url).toArray(URL[]::new),
            ClassLoader.getPlatformClassLoader())) {
      var test = loader.loadClass(ShopTest.class.getName());
      var method = test.getDeclaredMethod("aClassOfFunctionsIsTestedWithoutTheEngine");
      var constructor = test.getDeclaredConstructor();
      constructor.setAccessible(true);
      method.setAccessible(true);
      method.invoke(constructor.newInstance());
      assertThat(loader.getResource("dev/perdure/engine/Engine.class")).isNull();
      assertThat(loader.getResource("dev/perdure/node/Perdure.class")).isNull();
    }
  }

  private void compile(String... names) throws IOException {
    var files =
        Stream.concat(
                Stream.of(names).map(name -> SOURCES.resolve(name + ".java")),
                Stream.of(TESTS.resolve("ShopTest.java")))
            .toList();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var options =
          List.of(
              "-d",
              classes.toString(),
              "-proc:none",
              "-cp",
              libraries().map(Path::toString).collect(Collectors.joining(":")));
      var task =
          compiler.getTask(
              said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files));
      assertThat(task.call()).as(said.toString()).isTrue();
    }
  }

  /// The API, the test libraries, and what is compiled here.
  private Stream<Path> libraries() {
    return Stream.concat(
        Stream.of(classes),
        Stream.of(Routed.class, Test.class, Assertions.class, net.bytebuddy.ByteBuddy.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .map(Path::of));
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
