package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands for programs of wat: `run`, `check`, `eval`, `fmt`.
class ProgramsTest {
  private static final String HELLO =
      """
      (:wat::core::defn :user::main [] -> :wat::core::nil
        (:wat::kernel::println (:wat::core::Vector/length (:wat::runtime::argv))))

      (:wat::core::defn :user::sum [] -> :wat::core::i64
        (:wat::core::foldl :wat::core::+ 0 [1 2 3]))

      (:wat::core::defn :user::none [] -> :wat::core::i64
        (:wat::core::first (:wat::core::Vector :wat::core::i64)))
      """;

  private static final String BROKEN =
      """
      (:wat::core::defn :user::main [] -> :wat::core::nil
        (:wat::kernel::printn "ready"))
      """;

  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void write() throws IOException {
    sandbox = new Sandbox(directory);
    Files.writeString(directory.resolve("hello.wat"), HELLO);
    Files.writeString(directory.resolve("broken.wat"), BROKEN);
  }

  @Test
  void whatStandsBehindTheFileIsTheProgramsOwn() {
    var result = sandbox.run("run", "hello.wat", "--json", "x");
    assertThat(result.out()).isEqualTo("4\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.exit()).isZero();
  }

  @Test
  void aProgramRunsTheSameWithAndWithoutTheTreeOfCommands() {
    for (var words :
        List.of(
            List.of("run", "hello.wat"),
            List.of("run", "hello.wat", "--json", "x", "--", "-h"),
            List.of("run", "broken.wat"),
            List.of("run", "missing.wat"),
            List.of("run", "."))) {
      var args = words.toArray(String[]::new);
      var out = new StringWriter();
      var err = new StringWriter();
      assertThat(PlainRun.takes(args)).isTrue();
      int exit =
          PlainRun.run(
              new ProgramStart(
                  InputStream.nullInputStream(),
                  new PrintWriter(out),
                  new PrintWriter(err, true),
                  Map.of(),
                  directory),
              args);
      assertThat(new Sandbox.Result(exit, out.toString(), err.toString()))
          .isEqualTo(sandbox.run(args));
    }
  }

  @Test
  void theLauncherTrainsWithAProgramThatRuns() {
    var program = Path.of(System.getProperty("perdure.root"), "cli", "training.wat").toString();
    assertThat(sandbox.run("check", program).out()).isEqualTo("no errors\n");
    assertThat(sandbox.run("test", program).exit()).isZero();
    assertThat(sandbox.run("run", program).out()).hasLineCount(5);
  }

  @Test
  void whatIsMoreThanAProgramAndItsArgumentsIsForTheTreeOfCommands() {
    assertThat(PlainRun.takes()).isFalse();
    assertThat(PlainRun.takes("run")).isFalse();
    assertThat(PlainRun.takes("run", "--help")).isFalse();
    assertThat(PlainRun.takes("run", "@words")).isFalse();
    assertThat(PlainRun.takes("check", "hello.wat")).isFalse();
  }

  @Test
  void aProgramWithErrorsDoesNotStartAndSaysWhyInOneLineOfEdn() {
    var result = sandbox.run("run", "broken.wat");
    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .hasLineCount(1)
        .startsWith("[#wat.kernel.PeerDiedError/StartupError [#wat.check/CheckErrors {")
        .contains("#wat.check/UnknownCallee {");
  }

  @Test
  void anEntryFileThatCannotBeReadHasAnExitCodeOfItsOwn() {
    assertThat(sandbox.run("run", "nowhere.wat").exit()).isEqualTo(66);
  }

  @Test
  void aCheckShowsTheLineAndWhatToWrite() {
    var result = sandbox.run("check", "broken.wat");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .contains(
            "error[wat.check/UnknownCallee]: there is no :wat::kernel::printn",
            " 2 |   (:wat::kernel::printn \"ready\"))",
            "help: write :wat::kernel::println");
  }

  @Test
  void aCheckTellsProgramsOneRecordALine() {
    assertThat(sandbox.run("check", "broken.wat", "--edn").out())
        .hasLineCount(1)
        .startsWith("#wat.check/UnknownCallee {:message ")
        .contains(":line 2 :col 4");
    assertThat(sandbox.run("check", "broken.wat", "--json").out())
        .hasLineCount(1)
        .startsWith("{\"kind\":\"wat.check/UnknownCallee\"");
  }

  @Test
  void aSoundProgramHasNoErrorsAndShowsItsEffects() {
    assertThat(sandbox.run("check", "hello.wat").out()).isEqualTo("no errors\n");
    assertThat(sandbox.run("check", "hello.wat", "--effects").out())
        .isEqualTo(
            """
            :user::main : Fn()->nil ! {env io}
            :user::none : Fn()->i64 ! {}
            :user::sum : Fn()->i64 ! {}
            """);
    assertThat(sandbox.run("check", "hello.wat", "--effects", "--json").out())
        .startsWith(
            "{\"function\":\":user::main\",\"type\":\"Fn()->nil\",\"effects\":[\"env\",\"io\"]}\n");
    assertThat(sandbox.run("check", "hello.wat", "--effects", "--edn").out())
        .startsWith("{:effects [\"env\" \"io\"] :function \":user::main\" :type \"Fn()->nil\"}\n");
  }

  @Test
  void aSoundProgramShowsItsHashes() throws IOException {
    var lines = sandbox.run("check", "hello.wat", "--hashes").out().lines().toList();
    assertThat(lines)
        .extracting(line -> line.substring(0, line.lastIndexOf(' ')))
        .containsExactly("universe", ":user::main", ":user::none", ":user::sum");
    assertThat(lines).allMatch(line -> line.matches("\\S+ [0-9a-f]{64}"));
    Files.writeString(directory.resolve("same.wat"), "; the same\n" + HELLO);
    assertThat(sandbox.run("check", "same.wat", "--hashes").out().lines().toList())
        .isEqualTo(lines);
  }

  @Test
  void aFunctionsValueIsPrintedAsEdn() {
    var result = sandbox.run("eval", "hello.wat", ":user::sum");
    assertThat(result.out()).isEqualTo("6\n");
    assertThat(result.exit()).isZero();
  }

  @Test
  void aRaiseIsOneLineOfEdn() {
    var result = sandbox.run("eval", "hello.wat", ":user::none");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).hasLineCount(1).startsWith("[#wat.kernel.PeerDiedError/Panic [");
  }

  @Test
  void aProgramReadsItsStdinValueByValueAndGoesOnBehindABadOne() throws IOException {
    Files.writeString(
        directory.resolve("sum.wat"),
        """
        (:wat::config::set-frame-bytes-max! 20)
        (:wat::core::defn :t::sum [so-far <- :wat::core::i64] -> :wat::core::i64
          (:wat::core::match (:wat::kernel::readln)
            ((Ok n) (:t::sum (:wat::core::+ so-far n)))
            ((Err (:wat::kernel::PeerDiedError::RuntimeError bad))
              (:wat::core::do
                (:wat::kernel::println (:wat::kernel::is-BadFrame? bad))
                (:wat::kernel::println (:wat::core::string::length (:text bad)))
                (:t::sum so-far)))
            ((Err _) so-far)))
        (:wat::core::defn :user::main [] -> :wat::core::nil (:wat::kernel::println (:t::sum 0)))
        """);
    var result =
        sandbox.talk("1\n\"two\"\n40\n111111111122222222223333333333\n1", "run", "sum.wat");
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("true\n5\ntrue\n20\n42\n");
  }

  @Test
  void aProgramReadsAndWritesWhereItIsGrantedTo() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/in.txt"), "hello");
    Files.writeString(
        directory.resolve("copy.wat"),
        """
        (:wat::core::defn :user::main [] -> :wat::core::nil
          (:wat::core::let [text (:wat::io::read-file "data/in.txt")]
            (:wat::core::do
              (:wat::kernel::println text)
              (:wat::kernel::println (:wat::io::write-file "data/out.txt" (:wat::core::show text))))))
        (:wat::test::deftest :t::reads
          (:wat::test::assert-true
            (:wat::core::match (:wat::io::read-file "data/in.txt") ((Ok _) true) (_ false))))
        """);
    assertThat(sandbox.out("run", "copy.wat"))
        .contains("--allow-read data/in.txt", "--allow-write data/out.txt");
    assertThat(sandbox.out("run", "--allow-read", "data", "copy.wat"))
        .contains("Ok [\"hello\"]", "--allow-write data/out.txt");
    assertThat(sandbox.out("run", "--allow-write", "data/out.txt", "copy.wat"))
        .contains("--allow-read data/in.txt", "Ok [nil]");
    assertThat(directory.resolve("data/out.txt")).exists();
    assertThat(sandbox.run("test", "copy.wat").exit()).isEqualTo(1);
    assertThat(sandbox.out("test", "--allow-read", "data", "copy.wat")).contains("passed");
  }

  @Test
  void aProgramLoadsWhereItIsGrantedToRead(@TempDir Path elsewhere) throws IOException {
    Files.writeString(
        elsewhere.resolve("lib.wat"), "(:wat::core::defn :lib::two [] -> :wat::core::i64 2)");
    Files.writeString(
        directory.resolve("loads.wat"),
        """
        (:wat::load-file! "%s")
        (:wat::core::defn :user::main [] -> :wat::core::nil (:wat::kernel::println (:lib::two)))
        """
            .formatted(elsewhere.resolve("lib.wat")));
    var refused = sandbox.run("run", "loads.wat");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("wat.load/Fetch", "--allow-read grants it");
    assertThat(sandbox.out("run", "--allow-read", elsewhere.toString(), "loads.wat"))
        .isEqualTo("2\n");
  }

  @Test
  void eachTestOfAProgramHasAVerdict() throws IOException {
    Files.writeString(
        directory.resolve("tested.wat"),
        """
        (:wat::core::defn :t::loop [n <- :wat::core::i64] -> :wat::core::i64 (:t::loop n))
        (:wat::test::deftest :t::good (:wat::test::assert-eq 3 (:wat::core::+ 1 2)))
        (:wat::test::deftest :t::bad
          ((:wat::core::defn :t::two [] -> :wat::core::i64 2))
          (:wat::test::assert-eq (:t::two) 3))
        (:wat::test::ignore "later")
        (:wat::test::deftest :t::ignored (:wat::core::quot 1 0))
        (:wat::test::should-panic "gone")
        (:wat::test::deftest :t::panics (:wat::core::Option/expect (:wat::core::get [1] 5) "gone"))
        (:wat::test::time-limit "200ms")
        (:wat::test::deftest :t::endless (:t::loop 1))
        (:wat::test::make-deftest :t::with-five ((:wat::core::def :t::five 5)))
        (:t::with-five :t::made (:wat::test::assert-true (:wat::core::= 5 :t::five)))
        """);
    var result = sandbox.run("test", "tested.wat");
    assertThat(result.out())
        .isEqualTo(
            """
            passed :t::good
            failed :t::bad: assert-eq failed, actual 2, expected 3
            ignored :t::ignored: later
            passed :t::panics
            failed :t::endless: it took longer than 200 ms
            passed :t::made
            6 tests, 2 failed
            """);
    assertThat(result.exit()).isEqualTo(1);
    assertThat(sandbox.run("test", "tested.wat", "--json").out())
        .hasLineCount(6)
        .contains("\"name\":\":t::good\",\"verdict\":\"passed\"");
  }

  @Test
  void aFileIsLaidOutOnceAndStays() throws IOException {
    var file = directory.resolve("wild.wat");
    Files.writeString(file, "(:wat::core::defn :t::a\n[ ] ->   :wat::core::i64 1) ; one");
    assertThat(sandbox.run("fmt", "--check", "wild.wat").exit()).isEqualTo(1);
    assertThat(sandbox.run("fmt", "wild.wat").out()).isEqualTo("changed wild.wat\n");
    assertThat(Files.readString(file)).contains("; one");
    assertThat(sandbox.run("fmt", "--check", "wild.wat").exit()).isZero();
  }

  @Test
  void everyCodeOfAReportIsExplained() {
    assertThat(sandbox.out("explain", "wat.check/TypeMismatch"))
        .startsWith("# wat.check/TypeMismatch");
    assertThat(sandbox.out("explain", "#wat.parse/Lex")).contains("## What to do");
  }
}
