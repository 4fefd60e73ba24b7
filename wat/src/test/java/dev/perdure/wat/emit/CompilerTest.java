package dev.perdure.wat.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.Shapes;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Operations;
import dev.perdure.wat.run.Recursion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class CompilerTest {
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

  private static Compiler.Result compile(Checked checked) {
    return Compiler.compile(
        checked.codes(), new Recursion(checked.codes()), new Shapes(checked.types()));
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
      """;

  @Test
  void pureFunctionsAreCompiledAndThoseThatAskTheWorldAreNot() {
    var numbers = compile(checked(PROGRAM)).numbers();
    assertThat(numbers).containsKeys("t::fib", "t::each", "wat::core::+#6");
    assertThat(numbers.keySet()).doesNotContainAnyElementsOf(Set.of("t::say", "t::all"));
  }

  @Test
  void aPureCallOfAnEffectfulFunctionRunsCompiled() {
    var checked = checked(PROGRAM);
    var constants = new HashMap<String, Object>();
    var result = compile(checked);
    var operations = new Operations(checked, new Shapes(checked.types()), UnaryOperator.identity());
    var calls =
        new CompiledCalls(
            result, new Activation(result.compiled(), operations, constants), checked.types());
    var printed = new ArrayList<Object>();
    var interpreter =
        new Interpreter(
            checked,
            (effect, operation, args) -> {
              printed.add(args[0]);
              return args[0];
            },
            constants,
            calls);
    BigStack.call("test", () -> interpreter.call("t::say", 20L));
    assertThat(printed).containsExactly(6765L);
    assertThat(calls.calls()).isEqualTo(1);
  }

  /// What is left by compiled code is done again: nothing that the world was asked may be asked
  /// twice.
  @Test
  void anEffectBeforeARaiseHappensOnce() {
    var checked = checked(PROGRAM);
    var constants = new HashMap<String, Object>();
    var result = compile(checked);
    var operations = new Operations(checked, new Shapes(checked.types()), UnaryOperator.identity());
    var calls =
        new CompiledCalls(
            result, new Activation(result.compiled(), operations, constants), checked.types());
    var printed = new ArrayList<Object>();
    var interpreter =
        new Interpreter(
            checked,
            (effect, operation, args) -> {
              printed.add(args[0]);
              return args[0];
            },
            constants,
            calls);
    assertThat(catchThrowable(() -> BigStack.call("test", () -> interpreter.call("t::all"))))
        .hasMessageContaining("DivisionByZero");
    assertThat(printed).isEqualTo(List.of(-3L, -6L));
  }
}
