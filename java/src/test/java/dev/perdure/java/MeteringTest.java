package dev.perdure.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.java.link.Meter;
import dev.perdure.java.link.Unwind;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeteringTest {
  private static final long BYTES_MAX = 16 << 20;
  private static final long LOOKS_MAX = 20_000;

  /// Stops what looks too often or allocates too much.
  private static final class Budget extends Meter {
    private final com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Runnable body;
    private long looks;
    private String ended = "";

    Budget(Runnable body) {
      super("budget");
      this.body = body;
    }

    @Override
    protected void look() {
      if (++looks > LOOKS_MAX) {
        throw new Unwind("turns");
      }
      allocating(0);
    }

    @Override
    protected void allocating(long bytes) {
      if (bytes > BYTES_MAX || threads.getCurrentThreadAllocatedBytes() + bytes > 4 * BYTES_MAX) {
        throw new Unwind("memory");
      }
    }

    @Override
    public void run() {
      try {
        body.run();
        ended = "returned";
      } catch (Unwind stopped) {
        ended = stopped.getMessage();
      } catch (Trial.Failed e) {
        ended = e.getCause() instanceof StackOverflowError ? "stack" : e.toString();
      }
    }
  }

  private static String runOnBudget(String statements) {
    var trial =
        Trial.of(
                """
                package p;
                import dev.perdure.api.*;
                import java.math.*;
                import java.util.*;
                import java.util.regex.*;
                import java.util.stream.*;
                class Candidate {
                  @Routed boolean f(long n) { return go(n, 7) != null; }
                  static Object again(long n) { return n > 0 ? again(n) : null; }
                  static Object go(long n, int i) { %s }
                }
                """
                    .formatted(statements))
            .metered();
    var budget = new Budget(() -> trial.call("f", (long) Integer.MAX_VALUE));
    budget.start();
    try {
      assertThat(budget.join(Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return budget.ended;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "for (;;) i++;",
        "do { i += 2; } while (i % 2 == 1); return i;",
        "while (true) { try { throw new IllegalStateException(); } catch (RuntimeException e) {"
            + " i++; } }",
        "while (true) { try { i++; } finally { i--; } }",
        "l: while (true) { switch (i) { case 7: i = 8; continue l; case 8: i = 7; continue l;"
            + " default: return 1; } }",
        "while (true) { switch (i) { case 1: i = 90000; break; case 90000: i = 1; break; default: i"
            + " = 1; } }",
        "for (long a = 0; a < Long.MAX_VALUE; a++) { for (int b = 0; b < 3; b++) i ^= b; } return"
            + " i;",
        "return LongStream.range(0, Long.MAX_VALUE).sum();",
        "return IntStream.iterate(1, a -> a).map(a -> 2 * a).filter(a -> a == 3).findFirst();",
        "return Stream.generate(String::new).filter(s -> s.length() > 1).findFirst();",
        "return LongStream.iterate(1, a -> a + 2).anyMatch(a -> a == 0);",
        "return"
            + " Pattern.compile(\"(.*a){20}c\").matcher(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\").matches();",
        "return \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\".matches(\"(.*a){20}c\");",
        "return \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\".replaceAll(\"(.*a){20}c\", \"x\");",
        "List.of(1, 2).forEach(x -> { while (true) { } }); return 1;",
        "return new TreeSet<>(Comparator.comparing((Integer x) -> { while (true) { } })).add(1);",
      })
  void whatLoopsWithoutEndIsStopped(String statements) {
    assertThat(runOnBudget(statements)).isEqualTo("turns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return new byte[(int) n];",
        "return new String[(int) n];",
        "return new long[(int) (n / 4)];",
        "return new int[1000][1000][(int) (n / 1000)];",
        "return \"x\".repeat((int) n);",
        "return \"xy\".repeat((int) (n / 2));",
        "return new ArrayList<String>((int) n);",
        "return new StringBuilder((int) n);",
        "return Arrays.copyOf(new long[3], (int) (n / 16));",
        "return BigInteger.TWO.shiftLeft((int) n);",
        "var b = new StringBuilder(\"x\"); while (true) b.append(b);",
        "var s = \"x\"; while (true) s = s + s;",
        "var l = new ArrayList<byte[]>(); while (true) l.add(new byte[10_000]);",
        "var l = new ArrayList<Object>(List.of(1, 2)); while (true) l.addAll(l);",
        "Object o = null; while (true) o = new Object[] {o};",
        "return IntStream.iterate(1, a -> a + 1).boxed().toList();",
      })
  void whatTakesMemoryWithoutEndIsStopped(String statements) {
    assertThat(runOnBudget(statements)).isEqualTo("memory");
  }

  @Test
  void recursionWithoutEndIsStoppedByTheMeterOrTheStack() {
    assertThat(runOnBudget("return again(n);")).isIn("turns", "stack");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "long s = 0; for (int a = 0; a < 100_000; a++) s += a % 7; return s;",
        "var g = new int[3][4][5]; g[2][3][4] = 60; return g[2][3][4] + g.length + g[0].length;",
        "return \"ab\".repeat(3) + List.of(\"a1b22c\".split(\"[0-9]+\")) +"
            + " \"a1b22c\".split(\"\\\\d\", 2).length;",
        "return \"a-b-c\".replaceAll(\"-(.)\", \"$1+\") + \"a-b-c\".replaceFirst(\"-\", \"\") +"
            + " \"abc\".matches(\"[a-c]*\");",
        "var m = Pattern.compile(\"(\\\\w)=(\\\\d)\").matcher(\"a=1,b=2\"); var s = \"\"; while"
            + " (m.find()) s += m.group(2) + m.group(1); return s;",
        "return List.of(Pattern.compile(\",\").split(\"a,b,,\")) + \"\" + Pattern.matches(\"a.\","
            + " \"ab\");",
        "return IntStream.rangeClosed(1, 10).boxed().map(x -> x * x).toList();",
        "return Stream.iterate(1, x -> x < 100, x -> x *"
            + " 3).map(String::valueOf).collect(Collectors.joining(\",\"));",
        "try { return new int[-1]; } catch (NegativeArraySizeException e) { return e.getMessage();"
            + " }",
        "try { return \"a\".repeat(-1); } catch (IllegalArgumentException e) { return"
            + " e.getMessage(); }",
        "try { String z = null; return z.matches(\"a\"); } catch (NullPointerException e) { return"
            + " \"null\"; }",
        "return new BigInteger(\"12345678901234567890\").pow(5).toString() +"
            + " Arrays.toString(Arrays.copyOf(new int[] {1, 2}, 3));",
      })
  void meteredCodeComputesTheSame(String statements) {
    var trial =
        Trial.of(
            """
            package p;
            import dev.perdure.api.*;
            import java.math.*;
            import java.util.*;
            import java.util.regex.*;
            import java.util.stream.*;
            class Candidate {
              @Routed String f() { return String.valueOf(g()); }
              static Object g() { %s }
            }
            """
                .formatted(statements));
    assertThat(trial.metered().call("f")).isEqualTo(trial.call("f"));
  }

  @Test
  void handlersOfTheCandidateDoNotSeeThatItIsStopped() {
    assertThat(
            runOnBudget(
                """
                while (true) {
                  try { while (true) { i++; } } catch (Throwable t) { i = 0; } finally { i = 1; }
                }
                """))
        .isEqualTo("turns");
  }

  @Test
  void aClassThatWouldGrowTooLargeIsRunAsItIs() {
    var trial =
        Trial.of(
            """
            package p;
            import dev.perdure.api.*;
            class Large {
              @Routed String f(int n) {
                var s = new StringBuilder();
                %s
                return s.toString().length() + "";
              }
            }
            """
                .formatted("s.append(n);".repeat(9_000)));
    assertThat(trial.metered().call("f", 7)).isEqualTo("9000");
  }
}
