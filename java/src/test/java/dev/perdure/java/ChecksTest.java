package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.value.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is refused besides members of the JDK, and an honest twin of each that is not.
class ChecksTest {
  /// @param honest what a person would write instead
  record Case(JavaCode code, String place, String refused, String honest) {
    @Override
    public String toString() {
      return code + " " + refused.replaceAll("\\s+", " ");
    }
  }

  private static final String START = "@Routed int start() { return 1; }";

  static List<Case> cases() {
    return List.of(
        new Case(
            JavaCode.JAVA_ROUTED_OVERRIDDEN,
            "Shop.java:6",
            "class Shop { @Routed int start() { return new Sub().start(); } }\n"
                + "class Sub extends Shop {\n@Override int start() { return 2; } }",
            "class Shop { @Routed int start() { return new Sub().other(); } int other() { return 1;"
                + " } }\n"
                + "class Sub extends Shop {\n"
                + "@Override int other() { return 2; } }"),
        new Case(
            JavaCode.JAVA_ROUTED_SUPER,
            "Base.java:6",
            "class Base { @Routed int base() { return 2; } }\n"
                + "class Shop extends Base {\n@Routed int start() { return super.base(); } }",
            "class Base { @Routed int base() { return 2; } }\n"
                + "class Shop extends Base {\n@Routed int start() { return base(); } }"),
        new Case(
            JavaCode.JAVA_ROUTED_SUPER,
            "Base.java:6",
            "class Base { @Routed int base() { return 2; } }\n"
                + "class Shop extends Base {\n"
                + "@Routed int start() { IntSupplier s = super::base; return s.getAsInt(); } }",
            "class Shop { @Routed int start() { IntSupplier s = () -> 1; return s.getAsInt(); } }"),
        new Case(
            JavaCode.JAVA_ROUTED_ESCAPES,
            "Shop.java:4",
            "class Shop implements IntSupplier { @Routed public int getAsInt() { return 2; } }",
            "class Shop implements IntSupplier { @Routed int two() { return 2; } public int"
                + " getAsInt() { return two(); } }"),
        new Case(
            JavaCode.JAVA_ROUTED_ESCAPES,
            "Shop.java:4",
            "class Shop implements Function<String, String> { @Routed public String apply(String s)"
                + " { return s; } }",
            "class Shop { @Routed String apply(String s) { return s; } }"),
        new Case(
            JavaCode.JAVA_FUNCTION_TWICE,
            "Shop.java:5",
            "class Shop { " + START + "\n@Routed(\"start\") int other() { return 2; } }",
            "class Shop { " + START + "\n@Routed(\"other\") int other() { return 2; } }"),
        new Case(
            JavaCode.JAVA_FUNCTION_ABSTRACT,
            "Shop.java",
            "class Shop { @Routed int go(String s) { Start l = null; return l.start(); } }\n"
                + "interface Start { @Routed int start(); }",
            "class Shop { @Routed int go(String s) { return new A().start(); } }\n"
                + "interface Start { @Routed int start(); }\n"
                + "class A implements Start { public int start() { return 1; } }"),
        new Case(
            JavaCode.JAVA_ROUTED_ESCAPES,
            "Shop.java:5",
            "class Shop { @Routed int go(String s) {\n"
                + "Start l = () -> 1; return l.start() + new A().start(); } }\n"
                + "interface Start { @Routed int start(); }\n"
                + "class A implements Start { public int start() { return 1; } }",
            "class Shop { @Routed int go(String s) {\n"
                + "IntSupplier l = () -> 1; return l.getAsInt() + new A().start(); } }\n"
                + "interface Start { @Routed int start(); }\n"
                + "class A implements Start { public int start() { return 1; } }"),
        new Case(JavaCode.JAVA_NO_FUNCTION, "", "class Shop {}", "class Shop { " + START + "}"),
        new Case(
            JavaCode.JAVA_STATIC_INIT,
            "Shop.java:5",
            "class Shop { @Routed static int start() { return N; }\nstatic final int N = other();\n"
                + "@Routed static int other() { return 2; } }",
            "class Shop { @Routed static int start() { return N; }\nstatic final int N = other();\n"
                + "static int other() { return 2; } }"),
        new Case(
            JavaCode.JAVA_STATIC_INIT,
            "Shop.java:5",
            "class Shop { @Routed static long start() { return N; }\n"
                + "static final long N = System.nanoTime(); }",
            "class Shop { @Routed static long start() { return System.nanoTime(); } }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java:4",
            "class Shop { @Routed int start() { return ++count; } static int count; }",
            "class Shop { @Routed int start() { return COUNT; } static final int COUNT = 4; }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java",
            "class Shop { private int count; @Routed int start() { return ++count; } }",
            "class Shop { private final int count = 3; @Routed int start() { return count; } }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java",
            "class Shop { private final Counter c = new Counter(); @Routed int start() { return"
                + " ++c.n; } }\n"
                + "class Counter { int n; }",
            "class Shop { @Routed int start() { var c = new Counter(); return ++c.n; } }\n"
                + "class Counter { int n; }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java:5",
            "class Shop { static final Map<String, Integer> SEEN = new HashMap<>();\n"
                + "@Routed int start() { return SEEN.merge(\"a\", 1, Integer::sum); } }",
            "class Shop { static final Map<String, Integer> SIZES = new HashMap<>();\n"
                + "static { SIZES.put(\"a\", 1); }\n"
                + "@Routed int start() { return SIZES.get(\"a\"); } }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java:5",
            "class Shop { private final List<String> seen = new ArrayList<>();\n"
                + "@Routed int start() { var all = seen; all.add(\"a\"); return all.size(); } }",
            "class Shop { private final List<String> seen = new ArrayList<>(List.of(\"a\"));\n"
                + "@Routed int start() { var all = new ArrayList<>(seen); all.add(\"a\"); return"
                + " all.size(); } }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java:5",
            "class Shop { static final int[] N = {1};\n@Routed int start() { return ++N[0]; } }",
            "class Shop { static final int[] N = {1};\n@Routed int start() { return N[0]; } }"),
        new Case(
            JavaCode.JAVA_HIDDEN_STATE,
            "Shop.java:5",
            "class Shop { static final java.util.Random R = new java.util.Random(7);\n"
                + "@Routed int start() { return R.nextInt(); } }",
            "class Shop { @Routed int start() { return new java.util.Random(7).nextInt(); } }"),
        new Case(
            JavaCode.JAVA_SHARED_WRITE,
            "Shop.java:6",
            "class Shop {\n@Routed int start(List<Integer> l, long a) {\nl.add(2); return 1; } }",
            "class Shop {\n"
                + "@Routed int start(List<Integer> l, long a) {\n"
                + "var m = new ArrayList<>(l); m.add(2); return 1; } }"),
        new Case(
            JavaCode.JAVA_SHARED_WRITE,
            "Order.java:6",
            "record Order(List<String> lines) {}\n"
                + " class Shop {\n"
                + "@Routed int start(Map<String, Order> all) { for (var e : all.entrySet()) {"
                + " e.getValue().lines().clear(); } return 1; } }",
            "record Order(List<String> lines) {}\n"
                + " class Shop {\n"
                + "@Routed int start(Map<String, Order> all) { for (var e : all.entrySet()) {"
                + " e.getValue().lines().size(); } return 1; } }"),
        new Case(
            JavaCode.JAVA_SHARED_WRITE,
            "Shop.java:4",
            "class Shop { @Routed int start(byte[] b, boolean c) { var d = c ? b : new byte[3];"
                + " d[0] = 1; return 1; } }",
            "class Shop { @Routed int start(byte[] b, boolean c) { var d = c ? b.clone() : new"
                + " byte[3]; d[0] = 1; return 1; } }"),
        new Case(
            JavaCode.JAVA_SHARED_WRITE,
            "Shop.java:4",
            "class Shop { @Routed int start(List<String> l) { try { Collections.sort(l); } finally"
                + " { l.size(); } return 1; } }",
            "class Shop { @Routed int start(List<String> l) { return"
                + " l.stream().sorted().toList().size(); } }"),
        new Case(
            JavaCode.JAVA_SHARED_WRITE,
            "Shop.java:5",
            "class Shop { @Routed int start(List<String> l) { try { return"
                + " Integer.parseInt(l.get(0)); }\n"
                + "catch (RuntimeException e) { l.add(\"a\"); return 2; } } }",
            "class Shop { @Routed int start(List<String> l) { try { return"
                + " Integer.parseInt(l.get(0)); }\n"
                + "catch (RuntimeException e) { return 2; } } }"),
        new Case(
            JavaCode.JAVA_LOCK,
            "Shop.java:5",
            "class Shop { @Routed int start() {\nsynchronized (this) { return 1; } } }",
            "class Shop { @Routed int start() { return 1; } }"),
        new Case(
            JavaCode.JAVA_LOCK,
            "Shop.java:4",
            "class Shop { @Routed synchronized int start() { return 1; } }",
            "class Shop { @Routed int start() { return 1; } }"),
        new Case(
            JavaCode.JAVA_NATIVE,
            "Shop.java",
            "class Shop { @Routed int start() { return n(); } native int n(); }",
            "class Shop { @Routed int start() { return 1; } native int n(); }"),
        new Case(
            JavaCode.JAVA_FINALIZER,
            "Shop.java:5",
            "class Shop { @Routed int start() { return 1; }\n"
                + "@Override protected void finalize() {} }",
            "class Shop { @Routed int start() { return 1; } void finalised() {} }"),
        new Case(
            JavaCode.JAVA_EXTENDS,
            "Shop.java:4",
            "class Shop { @Routed int start() { return new HashMap<>() {}.size(); } }",
            "class Shop { @Routed int start() { return new LinkedHashMap<>() {}.size(); } }"),
        new Case(
            JavaCode.JAVA_IDENTITY,
            "Shop.java:4",
            "class Shop { @Routed int start() { return Shade.DARK.hashCode(); } }\n"
                + "enum Shade { DARK }",
            "class Shop { @Routed int start() { return Shade.DARK.name().hashCode(); } }\n"
                + "enum Shade { DARK }"),
        new Case(
            JavaCode.JAVA_IDENTITY,
            "Shop.java:4",
            "class Shop { @Routed int start() { return new Part(Shade.DARK).hashCode(); } }\n"
                + "record Part(Shade s) {}\nenum Shade { DARK }",
            "class Shop { @Routed int start() { return Map.of(new Part(Shade.DARK), 1).size(); }"
                + " }\n"
                + "record Part(Shade s) { public int hashCode() { return Objects.hash(s); } }\n"
                + "enum Shade { DARK }"),
        new Case(
            JavaCode.JAVA_IDENTITY,
            "Shop.java:4",
            "class Shop { @Routed int start() { Runnable r = () -> {}; return r.hashCode(); } }",
            "class Shop { @Routed String start() { Runnable r = () -> {}; return r.toString(); }"
                + " }"),
        new Case(
            JavaCode.JAVA_CATCHES_CRASH,
            "Shop.java:5",
            "class Shop { @Routed int start() { try { return start(); }\n"
                + "catch (StackOverflowError e) { return 1; } } }",
            "class Shop { @Routed int start() { try { return 1; } catch (Throwable e) { return 1; }"
                + " } }"),
        new Case(
            JavaCode.JAVA_TYPE,
            "Shop.java:4",
            "class Shop { @Routed int start(List<Order> o) { return 1; } }\n"
                + "record Order(Map<String, StringBuilder> notes) {}",
            "class Shop { @Routed int start(List<Order> o) { return 1; } }\n"
                + "record Order(Map<String, byte[]> notes) {}"),
        new Case(
            JavaCode.JAVA_TYPE,
            "Shop.java:4",
            "class Shop { @Routed <T> T start(T t) { return t; } }",
            "class Shop { @Routed Box<String> start(Box<String> t) { return t; } }\n"
                + "record Box<T>(T t) {}"),
        new Case(
            JavaCode.JAVA_TYPE,
            "Shop.java:4",
            "class Shop { @Routed int start(Shape s) { return 1; } }\n"
                + "sealed interface Shape permits Dot, Blob {}\nrecord Dot() implements Shape {}\n"
                + "final class Blob implements Shape {}",
            "class Shop { @Routed int start(Shape s) { return 1; } }\n"
                + "sealed interface Shape permits Dot, Blob {}\nrecord Dot() implements Shape {}\n"
                + "enum Blob implements Shape { BIG }"),
        new Case(
            JavaCode.JAVA_TYPE,
            "Shop.java",
            "class Shop { final Acts a; Shop(Acts a) { this.a = a; } "
                + START
                + " }\n"
                + "@Effect interface Acts { Object act(); }",
            "class Shop { final Acts a; Shop(Acts a) { this.a = a; } "
                + START
                + " }\n"
                + "@Effect interface Acts { Optional<String> act(); }"),
        new Case(
            JavaCode.JAVA_CONSTRUCTOR,
            "Shop.java:4",
            "class Shop { Shop(String url) {} " + START + " }",
            "class Shop { Shop(Clock clock, @Previous Supplier<String> f, Part p) {} "
                + START
                + " }\nclass Part { Part(Ids ids) {} }"),
        new Case(
            JavaCode.JAVA_CONSTRUCTOR,
            "Shop.java:4",
            "class Shop { Shop() {} Shop(Ids ids) {} " + START + " }",
            "record Shop(Ids ids) { " + START + " }"));
  }

  private static String source(String body) {
    return "package shop;\n"
        + "import dev.perdure.api.Clock; import dev.perdure.api.Random; import"
        + " dev.perdure.api.*;\n"
        + "import java.util.*; import java.util.function.*;\n"
        + body;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isRefusedWhereItStands(Case each) {
    var problems = Trial.problems(source(each.refused()));
    assertThat(problems).extracting(Problem::code).containsOnly(each.code());
    assertThat(problems.getFirst().where()).startsWith(each.place());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theHonestTwinIsFrozen(Case each) {
    Trial.of(source(each.honest()));
  }

  @Test
  void allProblemsAreReportedAtOnceWithThePathThatLeadsThere() {
    var problems =
        Trial.problems(
            """
            package shop;
            import dev.perdure.api.Routed;
            class Shop {
              @Routed int start() {
                System.out.println("hi");
                return Helper.help(1);
              }
            }
            """,
            """
            package shop;
            class Helper {
              static int help(int n) {
                new Thread(() -> {}).start();
                return n;
              }
              static void notReached() { System.exit(1); }
            }
            """);
    assertThat(problems)
        .extracting(Problem::where)
        .containsExactlyInAnyOrder(
            "Shop.java:5, reached by Shop.start",
            "Helper.java:4, reached by Shop.start:6 > Helper.help");
    assertThat(problems).extracting(Problem::what).anyMatch(what -> what.startsWith("System.out"));
    assertThat(problems).allMatch(problem -> !problem.remedy().isBlank());
  }

  @Test
  void theRemedyFitsWhatIsRefused() {
    assertThat(remedy("new Thread(() -> {}).start();"))
        .isEqualTo("Take Tasks in the constructor: all, race, start");
    assertThat(remedy("System.out.println(1);")).isEqualTo("Take a Log in the constructor");
    var input = "Take it as an argument, or declare an effect that reads it";
    assertThat(remedy("var scanner = new Scanner(System.in);")).isEqualTo(input);
    assertThat(remedy("var line = IO.readln();")).isEqualTo(input);
  }

  private static String remedy(String statement) {
    return Trial.problems(source("class Shop { @Routed void start() { " + statement + " } }"))
        .getFirst()
        .remedy();
  }

  @Test
  void theTypePathOfARefusedTypeIsNamed() {
    var source =
        "class Shop { @Routed int start(List<Order> o) { return 1; } }\n"
            + "record Order(Map<String, StringBuilder> notes) {}";
    var problem = Trial.problems(source(source)).getFirst();
    assertThat(problem.what())
        .isEqualTo(
            "The type java.lang.StringBuilder of Shop.start, parameter 1 > List > Order.notes > Map"
                + " is no value");
  }

  @Test
  void aTrustedPackageIsNotCheckedButItsCallsAreRouted() {
    var classFiles =
        Sources.compile(
            """
            package lib.deep;
            public class Timing {
              public static long time(java.util.function.LongSupplier s) {
                try { return System.nanoTime() * 0 + s.getAsLong(); } catch (Throwable t) { return -1; }
              }
            }
            """,
            """
            package shop;
            class Shop {
              @dev.perdure.api.Routed long start() { return lib.deep.Timing.time(() -> 5); }
            }
            """);
    var frozen =
        Freezer.strict()
            .trusting(List.of("lib"))
            .freeze(ClassSource.memory(classFiles), List.of("shop.Shop"))
            .orThrow();
    assertThat(frozen.trusted()).containsExactly("lib.deep");
    var trial = Trial.of(frozen);
    assertThat(trial.call("start")).isEqualTo(5L);
    assertThat(trial.seam.asked).isEmpty();
  }

  @Test
  void aMissingClassIsNamedWithThePlaceThatNeedsIt() {
    var classFiles =
        Sources.compile(
            """
            package shop;
            class Shop {
              @dev.perdure.api.Routed int start() {
                return Gone.gone();
              }
            }
            class Gone { static int gone() { return 1; } }
            """);
    classFiles.remove("shop.Gone");
    var problem = Trial.problems(classFiles).getFirst();
    assertThat(problem.code()).isEqualTo(JavaCode.JAVA_CLASS_MISSING);
    assertThat(problem.what()).contains("shop.Gone");
    assertThat(problem.where()).startsWith("Shop.java:4");
  }

  @Test
  void aMissingModelClassIsReportedOnceAndNothingElseOfIt() {
    var classFiles =
        Sources.compile(
            """
            package shop;
            import dev.perdure.api.*;
            import java.util.*;
            class Shop {
              private final Paint paint;
              Shop(Paint paint) { this.paint = paint; }
              @Routed int start(List<Size> sizes, Shape shape) {
                System.exit(1);
                return sizes.size();
              }
              @Routed Colour colour(Size size) { return paint.on(size); }
            }
            @Effect interface Paint { Colour on(Size size); }
            enum Size { SMALL }
            record Colour(String name) {}
            sealed interface Shape permits Dot, Line {}
            record Dot() implements Shape {}
            record Line() implements Shape {}
            """);
    List.of("Paint", "Size", "Colour", "Line").forEach(each -> classFiles.remove("shop." + each));
    var problems = Trial.problems(classFiles);
    assertThat(problems)
        .extracting(Problem::code)
        .containsExactly(
            JavaCode.JAVA_CLASS_MISSING,
            JavaCode.JAVA_CLASS_MISSING,
            JavaCode.JAVA_CLASS_MISSING,
            JavaCode.JAVA_CLASS_MISSING,
            JavaCode.JAVA_IMPURE);
    assertThat(problems.subList(0, 4))
        .extracting(Problem::what)
        .containsExactlyInAnyOrder(
            "The class shop.Paint is not in the source",
            "The class shop.Size is not in the source",
            "The class shop.Colour is not in the source",
            "The class shop.Line is not in the source");
  }

  @Test
  void aClassFileOfANewerJdkIsRefused() {
    var classFiles =
        Sources.compile("class Shop { @dev.perdure.api.Routed int start() { return 1; } }");
    classFiles.get("Shop")[7] += 1;
    var problems = Trial.problems(classFiles);
    assertThat(problems).extracting(Problem::code).containsExactly(JavaCode.JAVA_CLASS_TOO_NEW);
    assertThat(problems.getFirst().what()).contains("compiled for JDK 26");
  }

  @Test
  void aClassFileOfAPreviewOfAnotherJdkIsRefused() {
    var classFiles =
        Sources.compile("class Shop { @dev.perdure.api.Routed int start() { return 1; } }");
    var bytes = classFiles.get("Shop");
    bytes[4] = (byte) 0xff;
    bytes[5] = (byte) 0xff;
    bytes[7] -= 1;
    assertThat(Trial.problems(classFiles).getFirst().code()).isEqualTo(JavaCode.JAVA_CLASS_TOO_NEW);
  }

  @Test
  void aCorruptClassFileIsRefusedWhereverItIsCorrupt() {
    var good =
        Sources.compile("class Shop { @dev.perdure.api.Routed int start() { return 1; } }")
            .get("Shop");
    for (var size = 0; size < good.length; size += 7) {
      var problems = Trial.problems(Map.of("Shop", java.util.Arrays.copyOf(good, size)));
      assertThat(problems).extracting(Problem::code).contains(JavaCode.JAVA_CLASS_CORRUPT);
    }
  }

  @Test
  void aRootThatIsNotThereIsNamed() {
    var result = Freezer.strict().freeze(ClassSource.memory(Map.of()), List.of("shop.Gone"));
    assertThat(((FreezeResult.Refused) result).problems().getFirst().what()).contains("shop.Gone");
  }
}
