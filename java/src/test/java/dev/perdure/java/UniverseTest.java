package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Effect;
import dev.perdure.api.Idempotent;
import dev.perdure.api.Previous;
import dev.perdure.api.ReadOnly;
import dev.perdure.api.Routed;
import dev.perdure.api.WasNamed;
import dev.perdure.java.FrozenConstructor.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a frozen universe says of itself, and how it is loaded.
class UniverseTest {
  record Item(String id, @WasNamed("price") long cents, Optional<Kind> kind) {}

  enum Kind {
    GOOD,
    BETTER
  }

  sealed interface Answer<T> {
    record Yes<T>(T value) implements Answer<T> {}

    record No<T>(String why) implements Answer<T> {}
  }

  @Effect
  interface Catalog {
    Item item(String id);

    @ReadOnly
    List<Item> items(String user);

    @Idempotent
    void buy(String id);
  }

  static final class Shop {
    private final Catalog catalog;
    private final Function<String, Item> previous;

    Shop(Catalog catalog, @Previous Function<String, Item> previous) {
      this.catalog = catalog;
      this.previous = previous;
    }

    @Routed
    Answer<List<Item>> find(Map<String, ? extends Item> known, byte[] key) {
      return new Answer.Yes<>(catalog.items("me"));
    }

    @Routed("lookup")
    Item lookUp(String id) {
      return previous.apply(id);
    }

    static String unused() {
      return System.getProperty("user.home");
    }
  }

  private static Frozen frozen() {
    return Freezer.strict().freeze(Shop.class).orThrow();
  }

  private static String named(Class<?> type) {
    return type.getName();
  }

  @Test
  void functionsCarryTheirGenericSignatures() {
    var find = frozen().functions().get("find");
    assertThat(find.signature().parameters().get(0))
        .hasToString("java.util.Map<java.lang.String, " + named(Item.class) + ">");
    assertThat(find.signature().parameters().get(1)).hasToString("byte[]");
    assertThat(find.signature().result())
        .hasToString(named(Answer.class) + "<java.util.List<" + named(Item.class) + ">>");
    assertThat(find.source().toString()).startsWith("UniverseTest.java:");
    assertThat(find.hash()).matches("[0-9a-f]{64}");
    assertThat(find.effects()).containsExactly(named(Catalog.class) + ".items");
    assertThat(frozen().functions()).containsOnlyKeys("find", "lookup");
  }

  @Test
  void constructorsSayWhatTheyNeed() {
    var constructor = frozen().constructors().get(named(Shop.class));
    assertThat(constructor.needs().get(0)).isEqualTo(new Need.EffectNeed(named(Catalog.class)));
    assertThat(((Need.PreviousNeed) constructor.needs().get(1)).type())
        .hasToString("java.util.function.Function<java.lang.String, " + named(Item.class) + ">");
  }

  @Test
  void effectsSayWhatTheirMethodsAre() {
    var effect = frozen().effects().get(named(Catalog.class));
    assertThat(effect.methods()).extracting(m -> m.name()).containsExactly("buy", "item", "items");
    assertThat(effect.methods())
        .extracting(m -> m.idempotent())
        .containsExactly(true, false, false);
    assertThat(effect.methods()).extracting(m -> m.readOnly()).containsExactly(false, false, true);
  }

  @Test
  void typesSayHowTheyAreMadeUp() {
    var types = frozen().types();
    assertThat(types)
        .containsOnlyKeys(
            named(Item.class),
            named(Kind.class),
            named(Answer.class),
            named(Answer.Yes.class),
            named(Answer.No.class));
    var item = (TypeShape.RecordShape) types.get(named(Item.class));
    assertThat(item.components().get(1))
        .isEqualTo(
            new TypeShape.Component("cents", List.of("price"), new TypeRef.Primitive("long")));
    var yes = (TypeShape.RecordShape) types.get(named(Answer.Yes.class));
    assertThat(yes.parameters()).containsExactly("T");
    assertThat(yes.components().getFirst().type()).isEqualTo(new TypeRef.Variable("T"));
    assertThat(((TypeShape.SealedShape) types.get(named(Answer.class))).permitted())
        .containsExactly(named(Answer.Yes.class), named(Answer.No.class));
    assertThat(((TypeShape.EnumShape) types.get(named(Kind.class))).constants())
        .extracting(c -> c.name())
        .containsExactly("GOOD", "BETTER");
  }

  @Test
  void twoUniversesShareNoClassAndNoneWithTheHost() throws ClassNotFoundException {
    var one = new UniverseLoader("v1", frozen(), false).loadClass(named(Shop.class));
    var two = new UniverseLoader("v2", frozen(), false).loadClass(named(Shop.class));
    assertThat(one).isNotSameAs(two).isNotSameAs(Shop.class);
    assertThat(one.getName()).isEqualTo(Shop.class.getName());
  }

  @Test
  void aUniverseSeesTheJdkAndTheApiOnly() throws ClassNotFoundException {
    var loader = new UniverseLoader("v1", frozen(), false);
    assertThat(loader.loadClass(named(Routed.class))).isSameAs(Routed.class);
    assertThat(loader.loadClass("java.sql.Date")).isSameAs(java.sql.Date.class);
    assertThatThrownBy(() -> loader.loadClass(named(Freezer.class)))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> loader.loadClass(named(Test.class)))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void stackTracesShowVersionClassAndLine() {
    var trial =
        Trial.of(
            """
            package shop;
            class Shop {
              @dev.perdure.api.Routed int start() {
                throw new IllegalStateException("mine");
              }
            }
            """);
    assertThatThrownBy(() -> trial.call("start"))
        .satisfies(e ->
            assertThat(e.getStackTrace()[0].toString())
                .isEqualTo("v1//shop.Shop.start(Shop.java:4)"));
  }

  @Test
  void whatWasNotCheckedCannotRun() throws Exception {
    var shop = new UniverseLoader("v1", frozen(), false).loadClass(named(Shop.class));
    var unused = shop.getDeclaredMethod("unused");
    unused.setAccessible(true);
    assertThatThrownBy(() -> unused.invoke(null))
        .hasRootCauseInstanceOf(LinkageError.class)
        .hasStackTraceContaining("was not checked");
  }

  @Test
  void aJarIsFrozenAndLetGo(@TempDir Path folder) throws IOException {
    var file = folder.resolve("shop.jar");
    var classFiles =
        Sources.compile(
            "package shop; class X {}\n"
                + "class Shop { @dev.perdure.api.Routed int start() { return 1; } }");
    try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
      for (var each : classFiles.entrySet()) {
        jar.putNextEntry(new JarEntry(each.getKey().replace('.', '/') + ".class"));
        jar.write(each.getValue());
        jar.closeEntry();
      }
    }
    var source = ClassSource.jar(file);
    Files.delete(file);
    var trial = Trial.of(Freezer.strict().freeze(source, List.of()));
    assertThat(trial.call("start")).isEqualTo(1);
  }

  @Test
  void aJarThatIsNoneIsRefused(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("shop.jar"), "no jar");
    assertThatThrownBy(() -> ClassSource.jar(file)).hasMessageContaining("JAVA_JAR");
  }

  @Test
  void freezingTwiceGivesTheSameUniverse() {
    assertThat(frozen().hash()).isEqualTo(frozen().hash());
    assertThat(frozen().classes().get(named(Shop.class)))
        .isEqualTo(frozen().classes().get(named(Shop.class)));
  }
}
