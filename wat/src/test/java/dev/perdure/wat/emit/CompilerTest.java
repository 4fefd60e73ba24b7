package dev.perdure.wat.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompilerTest {
  private final List<Object> printed = new ArrayList<>();

  private static Checked checked(String text) {
    var program =
        Program.check(
            Path.of("/compiled.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    return program.checked();
  }

  /// A program, with what counts its compiled calls.
  private final class Running {
    private final CompiledCalls calls;
    private final Machine machine;

    Running(String text) {
      var loaded = new Loaded(checked(text));
      var lowerings = new Lowerings(loaded, Set.of());
      calls = (CompiledCalls) Compiler.compile(loaded, lowerings.all());
      loaded.use(calls);
      machine =
          new Machine(
              loaded,
              lowerings,
              (effect, operation, args) -> {
                printed.add(args[0]);
                return Nothing.NIL;
              });
    }

    Object call(String function, Object... args) {
      return BigStack.call("test", () -> machine.call(function, args));
    }
  }

  private static final String PROGRAM =
      """
      (:wat::core::defn :t::fib [n <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::if (:wat::core::< n 2)
          n
          (:wat::core::+ (:t::fib (:wat::core::- n 1)) (:t::fib (:wat::core::- n 2)))))
      (:wat::core::defn :t::say [n <- :wat::core::i64] -> :wat::core::nil
        (:wat::kernel::println (:t::fib n)))
      (:wat::core::defn :t::each [f <- :wat::core::Fn(wat::core::i64)->wat::core::nil] -> :wat::core::nil
        (:wat::core::run! f [1 2 3]))
      (:wat::core::defn :t::all [] -> :wat::core::nil
        (:t::each (:wat::core::fn [n <- :wat::core::i64] -> :wat::core::nil
          (:wat::kernel::println (:wat::core::quot 6 (:wat::core::- n 3))))))
      (:wat::core::defn :t::silent [] -> :wat::core::nil
        (:t::each (:wat::core::fn [n <- :wat::core::i64] -> :wat::core::nil nil)))
      (:wat::core::defn :t::is-even [n <- :wat::core::i64] -> :wat::core::bool
        (:wat::core::if (:wat::core::= n 0) true (:t::is-odd (:wat::core::- n 1))))
      (:wat::core::defn :t::is-odd [n <- :wat::core::i64] -> :wat::core::bool
        (:wat::core::cond ((:wat::core::= n 0) false)
                          (:else (:wat::core::let [m (:wat::core::- n 1)] (:t::is-even m)))))
      """;

  @Test
  void aPureFunctionTakesNoFrame() {
    var running = new Running(PROGRAM);
    assertThat(running.call("t::fib", 20L)).isEqualTo(6765L);
    assertThat(running.machine.frames()).isZero();
    assertThat(running.calls.calls()).isEqualTo(1);
    assertThat(running.calls.left()).isZero();
  }

  @Test
  void aPureCallOfAnEffectfulFunctionRunsCompiled() {
    var running = new Running(PROGRAM);
    running.call("t::say", 20L);
    assertThat(printed).containsExactly(6765L);
    assertThat(running.machine.frames()).isEqualTo(1);
    assertThat(running.calls.left()).isZero();
  }

  @Test
  void aFunctionThatTakesFunctionsIsCompiledForPureOnesAndRunsOnTheMachineForOthers() {
    var running = new Running(PROGRAM);
    running.call("t::silent");
    assertThat(running.machine.frames()).isZero();
    assertThat(running.calls.calls()).isEqualTo(1);
    catchThrowable(() -> running.call("t::all"));
    assertThat(running.machine.frames()).isGreaterThan(3);
  }

  /// What is left by compiled code is done again: nothing that the world was asked may be asked
  /// twice.
  @Test
  void anEffectBeforeARaiseHappensOnce() {
    var running = new Running(PROGRAM);
    assertThat(catchThrowable(() -> running.call("t::all"))).hasMessageContaining("DivisionByZero");
    assertThat(printed).isEqualTo(List.of(-3L, -6L));
  }

  /// More than the JVM compiles of one method.
  @Test
  void theStepsOfALongFunctionAreCompiledInPieces() {
    var body = new StringBuilder();
    var sum = new StringBuilder("0");
    for (int i = 0; i < 400; i++) {
      var before = i == 0 ? "n" : "v" + (i - 1);
      body.append(
          "(:wat::core::let [v%d (:wat::core::+ %s (:wat::core::* n %d))]\n"
              .formatted(i, before, i));
      if (i % 100 == 50) {
        sum.append(" v").append(i);
        body.append("(:wat::core::do (:wat::kernel::println v%d)\n".formatted(i));
      }
    }
    body.append("(:wat::core::+ ").append(sum).append(")").append(")".repeat(404));
    var running =
        new Running(
            "(:wat::core::defn :t::long [n <- :wat::core::i64] -> :wat::core::i64\n" + body + ")");
    long sums = 0;
    for (int i = 50; i < 400; i += 100) {
      sums += 1 + i * (i + 1L) / 2;
    }
    assertThat(running.call("t::long", 1L)).isEqualTo(sums);
    assertThat(printed).hasSize(4);
    assertThat(running.calls.left()).isZero();
  }

  /// The steps before the one that raises are not done again, and what stands behind it never.
  @Test
  void aStepThatRaisesAmongOthersIsTheOnlyOneThatIsInterpreted() {
    var running =
        new Running(
            """
            (:wat::core::defn :t::f [n <- :wat::core::i64] -> :wat::core::i64
              (:wat::core::let [a (:wat::core::+ n 1)
                                _ (:wat::kernel::println a)
                                b (:wat::core::* a 2)
                                c (:wat::core::quot 10 n)
                                _ (:wat::kernel::println c)]
                (:wat::core::+ b c)))
            """);
    assertThat(running.call("t::f", 5L)).isEqualTo(14L);
    assertThat(running.calls.left()).isZero();
    assertThatThrownBy(() -> running.call("t::f", 0L))
        .hasMessageContaining("DivisionByZero")
        .isInstanceOfSatisfying(
            Raise.class,
            raise -> assertThat(raise.diagnostic().span().start().line()).isEqualTo(5));
    assertThat(running.calls.left()).isEqualTo(1);
    assertThat(printed).isEqualTo(List.of(6L, 2L, 1L));
  }

  @Test
  void functionsThatCallEachOtherInTailPositionTakeNoStackAndRunCompiled() {
    var running = new Running(PROGRAM);
    assertThat(running.call("t::is-even", 10_000_000L)).isEqualTo(true);
    assertThat(running.call("t::is-odd", 10_000_000L)).isEqualTo(false);
    assertThat(running.calls.calls()).isEqualTo(2);
    assertThat(running.calls.left()).isZero();
  }
}
