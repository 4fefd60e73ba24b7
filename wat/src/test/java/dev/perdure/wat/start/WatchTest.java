package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.freeze.Program;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static List<Tests.Result> results(String body) {
    var text =
        """
        (:wat::core::defn :t::loop [n <- :wat::core::i64] -> :wat::core::i64 (:t::loop n))
        (:wat::test::time-limit "100ms")
        """
            + body;
    var program =
        Program.check(
            Path.of("/endless.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    var nowhere = new PrintWriter(new StringWriter());
    var world = new ProcessWorld(nowhere, nowhere, List.of(), Clock.systemUTC(), new Random(1));
    return new Tests(program, world).run();
  }

  @Test
  void codeThatATestEvaluatesEndsWithTheTest() {
    assertThat(
            results(
                """
                (:wat::test::deftest :t::endless
                  (:wat::core::let [r (:wat::core::ann-form (:wat::eval-edn! "(:t::loop 1)")
                      :wat::core::Result<wat::core::i64,wat::core::EvalError>)] nil))
                """))
        .extracting(Tests.Result::message)
        .containsExactly("it took longer than 100 ms");
  }

  @Test
  void aHermeticProgramEndsWithTheTestThatRunsIt() {
    assertThat(
            results(
                """
                (:wat::test::deftest-hermetic :t::endless
                  ((:wat::core::defn :t::on [n <- :wat::core::i64] -> :wat::core::i64 (:t::on n)))
                  (:t::on 1))
                """))
        .extracting(Tests.Result::message)
        .containsExactly("it took longer than 100 ms");
  }

  @Test
  void aTestThatWaitsEndsWithItsTimeLimit() {
    assertThat(
            results(
                """
                (:wat::test::deftest :t::endless
                  (:wat::core::do (:wat::kernel::recv (:wat::kernel::after (:wat::time::Hour 1) nil)) nil))
                """))
        .extracting(Tests.Result::message)
        .containsExactly("it took longer than 100 ms");
  }

  @Test
  void aProgramOnAThreadEndsWithTheTestThatStartsIt() {
    assertThat(
            results(
                """
                (:wat::core::defn :t::client [t <- :wat::kernel::Thread<wat::core::i64,wat::core::i64>] -> :wat::core::nil
                  (:wat::core::do (:wat::kernel::Thread/readln t) nil))
                (:wat::test::deftest :t::endless
                  (:wat::core::match
                    (:wat::kernel::run-threads
                      (:wat::core::Tuple
                        (:wat::test::program
                          (:wat::core::defn :user::on [n <- :wat::core::i64] -> :wat::core::i64 (:user::on n))
                          (:wat::core::defn :user::main [] -> :wat::core::nil (:wat::core::do (:user::on 1) nil))))
                      :t::client)
                    (_ nil)))
                """))
        .extracting(Tests.Result::message)
        .containsExactly("it took longer than 100 ms");
  }
}
