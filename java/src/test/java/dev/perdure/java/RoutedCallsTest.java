package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.java.link.Sites;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutedCallsTest {
  /// A way to call `target` of `Shop` with the text "x".
  record Shape(String name, String body, String more) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Shape> shapes() {
    return List.of(
        new Shape("a virtual call", "return target(text);", ""),
        new Shape("a call through this", "return this.target(text);", ""),
        new Shape("a call of another instance", "return new Shop().target(text);", ""),
        new Shape("a static call", "return fixed(text);", ""),
        new Shape("a private call", "return hidden(text);", ""),
        new Shape("an interface call", "Named named = new Base(); return named.named(text);", ""),
        new Shape("a default method", "return new Base().preset(text);", ""),
        new Shape("a bound method reference", "return run(this::target, text);", ""),
        new Shape("a bound reference to a private method", "return run(this::hidden, text);", ""),
        new Shape("a static method reference", "return run(Shop::fixed, text);", ""),
        new Shape(
            "an unbound method reference",
            "BiFunction<Shop, String, String> f = Shop::target; return f.apply(this, text);",
            ""),
        new Shape(
            "an unbound reference to an interface method",
            "BiFunction<Named, String, String> f = Named::named; return f.apply(new Base(), text);",
            ""),
        new Shape("a lambda", "return run(t -> target(t), text);", ""),
        new Shape("a lambda in a lambda", "return run(t -> run(u -> target(u), t), text);", ""),
        new Shape("a reference in a lambda", "return run(t -> run(this::target, t), text);", ""),
        new Shape(
            "an inner class",
            "return new Inner().call(text);",
            "class Inner { String call(String t) { return hidden(t); } }"),
        new Shape(
            "a nested class",
            "return Nested.call(this, text);",
            "static class Nested { static String call(Shop s, String t) { return s.hidden(t); } }"),
        new Shape(
            "an anonymous class",
            "return run(new Function<>() { public String apply(String t) { return target(t); } },"
                + " text);",
            ""),
        new Shape(
            "a record method",
            "return new Part(this).call(text);",
            "record Part(Shop shop) { String call(String t) { return shop.target(t); } }"),
        new Shape(
            "a subclass as static type",
            "return new Sub().target(text);",
            "static class Sub extends Shop {}"),
        new Shape(
            "a call through super of a method that is not routed",
            "return new Sub().other(text);",
            """
            String other(String t) { return "no"; }
            static class Sub extends Shop {
              @Override String other(String t) { super.other(t); return target(t); }
            }
            """));
  }

  private static String source(Shape shape) {
    return """
    package shop;
    import dev.perdure.api.Routed;
    import java.util.function.*;
    class Shop {
      @Routed String start(String text) { %s }
      @Routed("target") String target(String text) { return "own " + text; }
      @Routed static String fixed(String text) { return "own " + text; }
      @Routed private String hidden(String text) { return "own " + text; }
      static String run(Function<String, String> f, String text) { return f.apply(text); }
      %s
    }
    interface Named {
      @Routed String named(String text);
      @Routed default String preset(String text) { return "own " + text; }
    }
    final class Base implements Named {
      public String named(String text) { return "own " + text; }
    }
    """
        .formatted(shape.body(), shape.more());
  }

  private final List<String> dispatched = new ArrayList<>();

  private Object dispatch(String function, Object receiver, Object[] arguments) {
    dispatched.add(function + Arrays.toString(arguments));
    return "other " + arguments[0];
  }

  private MethodHandle dispatcher() {
    try {
      return MethodHandles.lookup()
          .findVirtual(RoutedCallsTest.class, "dispatch", Sites.DISPATCHER)
          .bindTo(this);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void everyShapeOfCallIsRoutedAndBack(Shape shape) {
    var trial = Trial.of(source(shape));
    assertThat(trial.call("start", "x")).isEqualTo("own x");

    var called = List.of("target", "fixed", "hidden", "named", "preset");
    called.forEach(function -> trial.loader.sites().dispatch(function, dispatcher()));
    assertThat(trial.call("start", "y")).isEqualTo("other y");
    assertThat(dispatched).hasSize(1).first().asString().endsWith("[y]");

    called.forEach(trial.loader.sites()::direct);
    assertThat(trial.call("start", "z")).isEqualTo("own z");
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aSiteLinkedAfterTheDispatcherWasSetIsDispatchedToo(Shape shape) {
    var trial = Trial.of(source(shape));
    List.of("target", "fixed", "hidden", "named", "preset")
        .forEach(function -> trial.loader.sites().dispatch(function, dispatcher()));
    assertThat(trial.call("start", "y")).isEqualTo("other y");
  }

  @Test
  void primitivesAndNothingComeThroughADispatcher() {
    var trial =
        Trial.of(
            """
            package shop;
            import dev.perdure.api.Routed;
            class Shop {
              @Routed long sum(int a, long b, double c) { return add(a, b, c); }
              @Routed long add(int a, long b, double c) { return a + b + (long) c; }
              @Routed void nothing() { touch(); }
              @Routed void touch() {}
            }
            """);
    assertThat(trial.call("sum", 1, 2L, 3.0)).isEqualTo(6L);
    trial.loader.sites().dispatch("add", constant(40L));
    trial.loader.sites().dispatch("touch", constant(null));
    assertThat(trial.call("sum", 1, 2L, 3.0)).isEqualTo(40L);
    assertThat(trial.call("nothing")).isNull();
  }

  @Test
  void aGenericRoutedInterfaceIsDispatchedOnce() {
    var trial =
        Trial.of(
            """
            package shop;
            import dev.perdure.api.Routed;
            interface Lookup<T> { @Routed T lookup(String id); }
            final class Shop implements Lookup<Integer> {
              public Integer lookup(String id) { return id.length(); }
              @Routed int start(String id) { Lookup<Integer> l = this; return l.lookup(id) + lookup(id); }
            }
            """);
    assertThat(trial.call("start", "abc")).isEqualTo(6);
    trial.loader.sites().dispatch("lookup", constant(10));
    assertThat(trial.call("start", "abc")).isEqualTo(20);
    assertThat(trial.call("lookup", "abc")).isEqualTo(3);
  }

  @Test
  void olderClassFilesAreRoutedToo() {
    var classFiles =
        Sources.compile(
            List.of("--release", "8", "-proc:none", "-Xlint:-options"),
            """
            package shop;
            class Shop {
              @dev.perdure.api.Routed String start(String text) { return new Object() {
                String call(String t) { return hidden(t); } }.call(text); }
              @dev.perdure.api.Routed private String hidden(String text) { return "own " + text; }
            }
            """);
    var trial = Trial.of(classFiles);
    assertThat(trial.call("start", "x")).isEqualTo("own x");
    trial.loader.sites().dispatch("hidden", constant("other"));
    assertThat(trial.call("start", "x")).isEqualTo("other");
  }

  private static MethodHandle constant(Object value) {
    return MethodHandles.dropArguments(
        MethodHandles.constant(Object.class, value), 0, Sites.DISPATCHER.parameterList());
  }
}
