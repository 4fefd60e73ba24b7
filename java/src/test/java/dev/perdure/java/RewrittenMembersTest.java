package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What rewritten members of the JDK answer, on a machine with odd defaults.
class RewrittenMembersTest {
  /// An expression, the text it comes to, and what it asks the seam.
  record Case(String expression, String text, List<String> asked) {
    @Override
    public String toString() {
      return expression;
    }
  }

  private static Case of(String expression, Object text, String... asked) {
    return new Case(expression, String.valueOf(text), List.of(asked));
  }

  private static final List<Case> CASES =
      List.of(
          of("System.currentTimeMillis()", FakeSeam.NOW.toEpochMilli(), "now"),
          of(
              "((LongSupplier) System::currentTimeMillis).getAsLong()",
              FakeSeam.NOW.toEpochMilli(),
              "now"),
          of("System.nanoTime()", 42_000_000_007L, "nanoTime"),
          of("Instant.now()", "2030-05-06T07:08:09.123456Z", "now"),
          of("LocalDate.now()", "2030-05-06", "now"),
          of("LocalDateTime.now(ZoneId.of(\"Asia/Tokyo\"))", "2030-05-06T16:08:09.123456", "now"),
          of("ZonedDateTime.now()", "2030-05-06T07:08:09.123456Z", "now"),
          of("Year.now()", "2030", "now"),
          of("Clock.systemDefaultZone().millis()", FakeSeam.NOW.toEpochMilli(), "now"),
          of("Clock.tickSeconds(ZoneOffset.UTC).instant()", "2030-05-06T07:08:09Z", "now"),
          of("((Supplier<LocalTime>) LocalTime::now).get()", "07:08:09.123456", "now"),
          of("Math.random()", (FakeSeam.RANDOM >>> 11) * 0x1.0p-53, "randomLong"),
          of("new Random().nextLong()", new Random(FakeSeam.RANDOM).nextLong(), "randomLong"),
          of(
              "((Supplier<Random>) Random::new).get().nextLong()",
              new Random(FakeSeam.RANDOM).nextLong(),
              "randomLong"),
          of(
              "new SplittableRandom().nextInt()",
              new SplittableRandom(FakeSeam.RANDOM).nextInt(),
              "randomLong"),
          of(
              "ThreadLocalRandom.current().nextInt(1000)",
              new Random(FakeSeam.RANDOM).nextInt(1000),
              "randomLong"),
          of(
              "drawn(ThreadLocalRandom.current())",
              new Random(FakeSeam.RANDOM).nextInt(5, 500),
              "randomLong"),
          of(
              "((IntSupplier) ThreadLocalRandom.current()::nextInt).getAsInt()",
              new Random(FakeSeam.RANDOM).nextInt(),
              "randomLong"),
          of("new Random(7).nextLong()", new Random(7).nextLong()),
          of("UUID.randomUUID()", FakeSeam.ID, "uuid"),
          of("((Supplier<UUID>) UUID::randomUUID).get()", FakeSeam.ID, "uuid"),
          of("slept()", "slept", "sleep PT0.005S", "sleep PT3S", "sleep PT2M"),
          of("shuffled()", shuffled(), "randomLong"),
          of("Set.of(\"one\", \"two\", \"three\", \"four\")", "[one, two, three, four]"),
          of(
              "Set.of(\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\")",
              "[a, b, c, d, e, f, g, h, i, j, k, l]"),
          of("Set.of()", "[]"),
          of("Map.of(\"one\", 1, \"two\", 2, \"three\", 3)", "{one=1, two=2, three=3}"),
          of("((BiFunction<String, String, Set<String>>) Set::of).apply(\"b\", \"a\")", "[b, a]"),
          of("Map.ofEntries(Map.entry(\"z\", 1), Map.entry(\"a\", 2))", "{z=1, a=2}"),
          of("Set.copyOf(List.of(\"z\", \"a\", \"z\"))", "[z, a]"),
          of("new HashSet<>(List.of(Shade.DARK, Shade.LIGHT))", "[DARK, LIGHT]"),
          of("mapped(new HashMap<>())", "{DARK=1, LIGHT=2}"),
          of("mapped(((Supplier<Map<Shade, Integer>>) HashMap::new).get())", "{DARK=1, LIGHT=2}"),
          of("Stream.of(\"z\", \"a\", \"m\").collect(Collectors.toSet())", "[z, a, m]"),
          of(
              "Stream.of(\"zz\", \"a\", \"mm\").collect(Collectors.groupingBy(String::length))",
              "{2=[zz, mm], 1=[a]}"),
          of(
              "Stream.of(\"z\", \"a\").collect(Collectors.toMap(s -> s, String::length))",
              "{z=1, a=1}"),
          of("Stream.of(\"z\", \"a\").collect(Collectors.toUnmodifiableSet())", "[z, a]"),
          of("Math.sin(1e6)", StrictMath.sin(1e6)),
          of("((DoubleUnaryOperator) Math::sin).applyAsDouble(1e22)", StrictMath.sin(1e22)),
          of("Math.pow(1.1, 77.7)", StrictMath.pow(1.1, 77.7)),
          of("Math.max(1, 2)", 2),
          of("\"TITLE\".toLowerCase()", "title"),
          of("((Function<String, String>) String::toUpperCase).apply(\"title\")", "TITLE"),
          of("String.format(\"%.2f %,d%n\", 1.5, 1234567).replace('\\n', '|')", "1.50 1,234,567|"),
          of("\"%s %.1f\".formatted(\"a\", 0.25)", "a 0.3"),
          of("Locale.getDefault().toLanguageTag()", "und"),
          of("ZoneId.systemDefault()", "Z"),
          of("TimeZone.getDefault().getID()", "UTC"),
          of("Charset.defaultCharset()", "UTF-8"),
          of("\"ä\".getBytes().length", 2),
          of("new String(new byte[] {(byte) 0xc3, (byte) 0xa4})", "ä"),
          of("((Function<byte[], String>) String::new).apply(new byte[] {65})", "A"),
          of("System.lineSeparator().length()", 1),
          of("DateTimeFormatter.ofPattern(\"d MMM\").format(LocalDate.of(2030, 5, 6))", "6 May"),
          of("new Plain()", "shop.Plain"),
          of("new Speaking()", "I am shop.Speaking"),
          of("asserted()", "asserted"),
          of("((Object) new int[0]).toString()", "[I"),
          of("new Object().toString()", "java.lang.Object"),
          of("((Object) \"text\").toString()", "text"),
          of("LAMBDA.toString()", "shop.Shop$$Lambda"),
          of("((Paint) () -> 1).toString()", "shop.Shop$$Lambda"),
          of("((Paint) new Red()).toString() + new Red()", "redred"),
          of("((Function<Paint, String>) Paint::toString).apply(() -> 1)", "shop.Shop$$Lambda"),
          of("((Function<Object, String>) Object::toString).apply(LAMBDA)", "shop.Shop$$Lambda"),
          of("LAMBDA", "shop.Shop$$Lambda"),
          of("((Function<Object, String>) String::valueOf).apply(LAMBDA)", "shop.Shop$$Lambda"),
          of("Objects.toString(new long[0][])", "[[J"),
          of("Objects.toString(null, \"none\")", "none"),
          of("LAMBDA + \" \" + new int[0] + 1 + 'c' + null", "shop.Shop$$Lambda [I1cnull"),
          of("\"\" + new Plain() + new Speaking()", "shop.PlainI am shop.Speaking"),
          of(
              "\"\" + Runnable.class + LAMBDA.getClass()",
              "interface java.lang.Runnableclass shop.Shop$$Lambda"),
          of(
              "new StringBuilder(\"-\").append(LAMBDA).insert(0, new Object())",
              "java.lang.Object-shop.Shop$$Lambda"),
          of(
              "new StringBuffer(\"-\").append(LAMBDA).insert(0, (Object) null)",
              "null-shop.Shop$$Lambda"),
          of("String.format(\"%s %s %d\", LAMBDA, new int[0], 1)", "shop.Shop$$Lambda [I 1"),
          of("LAMBDA.getClass().getName()", "shop.Shop$$Lambda"),
          of("LAMBDA.getClass().getTypeName()", "shop.Shop$$Lambda"),
          of("LAMBDA.getClass().getSimpleName()", "Shop$$Lambda"),
          of("LAMBDA.getClass().toString()", "class shop.Shop$$Lambda"),
          of("int[].class.getName() + int[].class.getSimpleName()", "[Iint[]"));

  private static String shuffled() {
    var list = new java.util.ArrayList<>(List.of(1, 2, 3, 4, 5));
    java.util.Collections.shuffle(list, new Random(FakeSeam.RANDOM));
    return list.toString();
  }

  private static Trial trial;

  @BeforeAll
  static void freezeAllCases() {
    var methods = new StringBuilder();
    for (var i = 0; i < CASES.size(); i++) {
      methods.append(
          "@Routed static String case%d() throws Exception { return String.valueOf(%s); }\n"
              .formatted(i, CASES.get(i).expression()));
    }
    trial =
        Trial.of(
            """
            package shop;
            import dev.perdure.api.Routed;
            import java.nio.charset.*;
            import java.time.*;
            import java.time.format.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;
            import java.util.stream.*;
            class Shop {
              static int drawn(ThreadLocalRandom random) { return random.nextInt(5, 500); }
              static String slept() throws InterruptedException {
                Thread.sleep(5); Thread.sleep(Duration.ofSeconds(3)); TimeUnit.MINUTES.sleep(2);
                return "slept";
              }
              static String mapped(Map<Shade, Integer> map) {
                map.put(Shade.DARK, 1); map.put(Shade.LIGHT, 2); return map.toString();
              }
              static String asserted() {
                try { assert slept == null : "on"; return "off"; } catch (AssertionError e) { return "asserted"; }
              }
              static final String slept = "x";
              static final Runnable LAMBDA = () -> {};
              static List<Integer> shuffled() {
                var list = new ArrayList<>(List.of(1, 2, 3, 4, 5)); Collections.shuffle(list); return list;
              }
            %s
            }
            enum Shade { LIGHT, DARK }
            class Plain {}
            interface Paint { int layers(); }
            record Red() implements Paint {
              public int layers() { return 1; }
              public String toString() { return "red"; }
            }
            class Speaking { public String toString() { return "I am " + super.toString(); } }
            """
                .formatted(methods));
  }

  static List<Case> cases() {
    return CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerIsTheSameOnEveryMachine(Case each) {
    var locale = Locale.getDefault();
    var zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      trial.seam.asked.clear();
      assertThat(trial.call("case" + CASES.indexOf(each))).isEqualTo(each.text());
      assertThat(trial.seam.asked).isEqualTo(each.asked());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void orderedCollectionsRefuseWhatThoseOfTheJdkRefuse() {
    var other =
        Trial.of(
            """
            package shop;
            import dev.perdure.api.Routed;
            import java.util.*;
            class Shop {
              @Routed static String twice() { return Set.of("a", "a").toString(); }
              @Routed static String nothing() { return Map.of("a", null).toString(); }
              @Routed static boolean changed() { return Set.of("a").add("b"); }
            }
            """);
    assertThatThrownBy(() -> other.call("twice")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> other.call("nothing")).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> other.call("changed"))
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
