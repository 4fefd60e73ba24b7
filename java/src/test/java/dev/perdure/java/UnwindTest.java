package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.java.link.Unwind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What an effect throws through every shape of handler.
class UnwindTest {
  /// A way to catch what `effect.act(…)` throws. Code that must not run for an unwinding calls
  /// `effect.note(…)`.
  record Shape(String name, String body) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("throwable", "try { effect.act(); } catch (Throwable t) { effect.note(t); }"),
          new Shape("error", "try { effect.act(); } catch (Error t) { effect.note(t); }"),
          new Shape(
              "errorOrException",
              "try { effect.act(); } catch (Error | RuntimeException t) { effect.note(t); }"),
          new Shape("finallyBlock", "try { effect.act(); } finally { effect.note(null); }"),
          new Shape(
              "finallyWithReturn",
              "try { effect.act(); } finally { effect.note(null); if (true) return; }"),
          new Shape(
              "catchAndFinally",
              """
              try { effect.act(); }
              catch (RuntimeException e) { effect.note(e); }
              catch (Throwable t) { effect.note(t); }
              finally { effect.note(null); }\
              """),
          new Shape(
              "nestedFinally",
              """
              try { try { try { effect.act(); } finally { effect.note(null); } }
                    catch (Throwable t) { effect.note(t); throw t; } }
              finally { effect.note(null); }\
              """),
          new Shape(
              "throwFromHandler",
              """
              try { try { throw new IllegalStateException(); }
                    catch (IllegalStateException e) { effect.act(); } }
              catch (Throwable t) { effect.note(t); }\
              """),
          new Shape(
              "throwFromFinally",
              """
              try { try { if (effect != null) throw new IllegalStateException(); }
                    finally { effect.act(); } }
              catch (Throwable t) { effect.note(t); }\
              """),
          new Shape(
              "tryWithResources",
              """
              try (AutoCloseable r = () -> effect.note(null)) { effect.act(); }\
              """),
          new Shape(
              "twoResourcesAndFinally",
              """
              try (AutoCloseable r = () -> effect.note(null); AutoCloseable s = () -> effect.note(null)) {
                effect.act();
              } catch (Throwable t) { effect.note(t); } finally { effect.note(null); }\
              """),
          new Shape(
              "resourceThatUnwindsWhenClosed",
              """
              try (AutoCloseable r = () -> effect.act()) { if (effect == null) return; }
              catch (Throwable t) { effect.note(t); }\
              """),
          new Shape(
              "continueInFinally",
              """
              for (var i = 0; i < 3; i++) {
                try { effect.act(); } finally { effect.note(null); if (i < 5) continue; }
              }\
              """),
          new Shape(
              "breakInFinally",
              "while (true) { try { effect.act(); } finally { effect.note(null); break; } }"),
          new Shape(
              "retryLoop",
              """
              for (var i = 0; i < 3; i++) {
                try { effect.act(); return; } catch (Throwable t) { effect.note(t); }
              }\
              """),
          new Shape(
              "returnWithinTry",
              "try { effect.act(); return; } catch (Throwable t) { effect.note(t); } finally {"
                  + " effect.note(null); }"),
          new Shape(
              "recordPattern",
              """
              Object o = new Part(effect);
              try { if (o instanceof Part(var e) && e != null) { effect.act(); } }
              catch (Throwable t) { effect.note(t); }\
              """),
          new Shape(
              "accessorOfAPattern",
              """
              Object o = new Acting(effect);
              switch (o) { case Acting(var e) when e != null -> {} default -> effect.note(null); }\
              """),
          new Shape(
              "lambda",
              "Runnable r = () -> { try { effect.act(); } catch (Throwable t) { effect.note(t); }"
                  + " }; r.run();"),
          new Shape(
              "streamAndFinally",
              """
              try { java.util.stream.Stream.of(1, 2).map(i -> { effect.act(); return i; }).toList(); }
              finally { effect.note(null); }\
              """),
          new Shape(
              "longsOnTheStack",
              """
              long a = 1L; double d = 2.0;
              try { a += 5L * value(); d *= a; } catch (Throwable t) { effect.note(t); a = 3L; }
              finally { effect.note(null); }
              if (a + d < 0) effect.note(null);\
              """));

  private static Trial trial;

  @BeforeAll
  static void freezeAllShapes() {
    trial = Trial.of(source());
  }

  static List<Shape> shapes() {
    return SHAPES;
  }

  private static String source() {
    var methods = new StringBuilder();
    for (var shape : SHAPES) {
      methods.append(
          "@Routed(\"%s\") void %s() throws Exception {\n%s\n}\n"
              .formatted(shape.name(), shape.name(), shape.body()));
    }
    return """
    package shop;
    import dev.perdure.api.*;
    final class Shop {
      private final Acts effect;
      Shop(Acts acts) { this.effect = acts; }
      private long value() { effect.act(); return 4L; }
    %s
    }
    record Part(Acts acts) {}
    record Acting(Acts acts) { public Acts acts() { acts.act(); return acts; } }
    class Acts {
      private final Effects effects;
      Acts(Effects effects) { this.effects = effects; }
      void act() { effects.act(); }
      void note(Throwable t) { effects.note(String.valueOf(t)); }
    }
    @Effect interface Effects { void act(); void note(String text); }
    """
        .formatted(methods);
  }

  private final List<String> noted = new ArrayList<>();

  private void act(String shape, Throwable thrown) {
    Trial.of(trial.frozen)
        .with(
            "Effects",
            (Trial.Answer)
                (method, arguments) -> {
                  if (method.equals("act")) {
                    throw thrown;
                  }
                  noted.add((String) arguments[0]);
                  return null;
                })
        .call(shape);
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void unwindingRunsNoCodeOfTheUser(Shape shape) {
    var unwind = new Unwind("evicted");
    assertThatThrownBy(() -> act(shape.name(), unwind)).isSameAs(unwind);
    assertThat(noted).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aCrashOfTheVirtualMachineRunsNoCodeOfTheUser(Shape shape) {
    var crash = new StackOverflowError();
    assertThatThrownBy(() -> act(shape.name(), crash)).hasCause(crash);
    assertThat(noted).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void whatUsersThrowIsHandledAsBefore(Shape shape) throws Exception {
    for (var thrown : List.of(new IllegalArgumentException("mine"), new AssertionError("mine"))) {
      noted.clear();
      var frozen = outcome(() -> act(shape.name(), thrown));
      var seenFrozen = List.copyOf(noted);
      noted.clear();
      var plain = outcome(() -> actPlain(shape.name(), thrown));
      assertThat(frozen).isEqualTo(plain);
      assertThat(seenFrozen).isEqualTo(noted);
    }
  }

  private static final Map<String, byte[]> PLAIN = Sources.compile(source());

  private static final class PlainLoader extends ClassLoader {
    PlainLoader() {
      super(UnwindTest.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      var bytes = PLAIN.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }

  // The same code as it was compiled, which says how it should behave.
  private void actPlain(String shape, Throwable thrown) throws Throwable {
    var loader = new PlainLoader();
    Trial.Answer answer =
        (method, arguments) -> {
          if (method.equals("act")) {
            throw thrown;
          }
          noted.add((String) arguments[0]);
          return null;
        };
    var acts =
        loader.loadClass("shop.Acts").getDeclaredConstructor(loader.loadClass("shop.Effects"));
    acts.setAccessible(true);
    var shop = loader.loadClass("shop.Shop").getDeclaredConstructor(loader.loadClass("shop.Acts"));
    shop.setAccessible(true);
    var method = loader.loadClass("shop.Shop").getDeclaredMethod(shape);
    method.setAccessible(true);
    try {
      method.invoke(shop.newInstance(acts.newInstance(answer.as(loader, "shop.Effects"))));
    } catch (java.lang.reflect.InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private interface Attempt {
    void run() throws Throwable;
  }

  private static String outcome(Attempt attempt) {
    try {
      attempt.run();
      return "returned";
    } catch (Trial.Failed e) {
      return String.valueOf(e.getCause());
    } catch (Throwable e) {
      return String.valueOf(e);
    }
  }

  @Test
  void handlersOfExceptionsAreLeftAsTheyAre() {
    var trial =
        Trial.of(
            """
            package shop;
            class Shop {
              @dev.perdure.api.Routed String start(String text) {
                try { return String.valueOf(Integer.parseInt(text)); }
                catch (NumberFormatException e) { return "no number"; }
              }
            }
            """);
    assertThat(trial.call("start", "x")).isEqualTo("no number");
    var code =
        new String(
            trial.frozen.classes().get("shop.Shop"), java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(code).doesNotContain("dev/perdure/java/link/Unwind");
  }
}
