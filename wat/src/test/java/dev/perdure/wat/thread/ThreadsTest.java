package dev.perdure.wat.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.Exit;
import dev.perdure.wat.start.ProcessWorld;
import dev.perdure.wat.start.Sleeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// What threads have to do with the world outside: requests to stop, input, pipes.
class ThreadsTest {
  private final StringWriter out = new StringWriter();

  private ProcessWorld world() {
    var nowhere = new PrintWriter(new StringWriter());
    return new ProcessWorld(
        new PrintWriter(out), nowhere, List.of(), Clock.systemUTC(), new Random(1));
  }

  private static Loaded loaded(String text) {
    return new Loaded(program(text).checked());
  }

  private static Program program(String text) {
    var program =
        Program.check(
            Path.of("/threads.wat"),
            text.replaceAll("%(?=[A-Za-z+*<=/-])", ":wat::core::"),
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).isEmpty();
    return program;
  }

  private static Threads threads(Loaded loaded, World world) {
    return Threads.of(loaded, Back.compile(loaded), world);
  }

  private static String called(Threads threads) {
    return BigStack.call("main", () -> EdnWriter.write(threads.call("t::main")));
  }

  /// Asks for a stop when the program has nothing left to do but to wait for a timer.
  private String stopped(String text, Consumer<Threads> asks) {
    var threads = new Threads[1];
    var world =
        world()
            .sleeping(
                new Sleeper() {
                  @Override
                  public void sleep(Duration duration) {
                    asks.accept(threads[0]);
                  }

                  @Override
                  public void wake() {}
                });
    threads[0] = threads(loaded(text), world);
    return called(threads[0]);
  }

  private static final String WAITS =
      """
      (%defn :t::server [p <- :wat::kernel::Peer<wat::core::i64,wat::core::String>] -> :wat::core::nil
        (%match (:wat::kernel::Peer/readln p)
          ((Err :wat::kernel::PeerDiedError::Stopped) (:wat::kernel::println "server stopped"))
          (_ nil)))
      (%defn :t::long [] -> :wat::kernel::Receiver<wat::core::i64> (:wat::kernel::after (:wat::time::Hour 1) 1))
      """;

  @Test
  void aStopRequestWakesWhatWaitsAndPassesToTheServersOfABracket() {
    var text =
        WAITS
            + """
            (%defn :t::client [t <- :wat::kernel::Thread<wat::core::i64,wat::core::String>] -> :wat::core::Vector<wat::core::String>
              (%let [rx (:t::long)
                     before (%str (:wat::kernel::stopped?))
                     first (%match (:wat::kernel::recv rx)
                             ((Err :wat::kernel::PeerDiedError::Stopped) "client stopped")
                             (_ "other"))
                     [i _] (:wat::kernel::select [rx])]
                [before first (%str i) (%str (:wat::kernel::stopped?))]))
            (%defn :t::main [] -> :wat::core::Result<wat::core::Vector<wat::core::String>,wat::kernel::ProcessGroupErr>
              (:wat::kernel::run-threads (%Tuple :t::server) :t::client))
            """;
    assertThat(stopped(text, Threads::requestStop))
        .isEqualTo("#wat.core.Result/Ok [[\"false\" \"client stopped\" \"-1\" \"true\"]]");
    assertThat(out.toString()).isEqualTo("\"server stopped\"\n");
  }

  @Test
  void whatIsEndedFromOutsideEndsWhileItWaits() {
    var text =
        WAITS + "(%defn :t::main [] -> :wat::core::nil (%do (:wat::kernel::recv (:t::long)) nil))";
    assertThatThrownBy(() -> stopped(text, Threads::stop)).isInstanceOf(Loaded.Stopped.class);
  }

  @Test
  void whileOneThreadReadsTheInputTheOthersGoOn() throws IOException {
    try (var typed = new PipedOutputStream();
        var in = new PipedInputStream(typed)) {
      var threads =
          threads(
              loaded(
                  """
                  (%defn :t::echo [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil
                    (%match (:wat::kernel::Peer/readln p)
                      ((Ok n) (%do (:wat::kernel::println n) (:wat::kernel::Peer/println p n) (:t::echo p)))
                      ((Err _) nil)))
                  (%defn :t::reads [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil
                    (%match (:wat::kernel::readln)
                      ((Ok n) (%do (:wat::kernel::Peer/println p n) nil))
                      ((Err _) nil)))
                  (%defn :t::main [] -> :wat::core::i64
                    (%let [reader (:wat::kernel::spawn-thread :t::reads)
                           echo (:wat::kernel::spawn-thread :t::echo)]
                      (:wat::kernel::Thread/println echo 1)
                      (:wat::kernel::Thread/readln echo)
                      (%Result/expect (:wat::kernel::Thread/readln reader) "nothing was read")))
                  """),
              world().reading(typing(typed, in), 1000));
      assertThat(called(threads)).isEqualTo("42");
      assertThat(out.toString()).isEqualTo("1\n");
    }
  }

  /// An input that has something only when a line has been printed.
  private InputStream typing(PipedOutputStream typed, InputStream in) {
    return new InputStream() {
      private boolean isTyped;

      @Override
      public int read() throws IOException {
        if (!isTyped) {
          isTyped = true;
          while (out.toString().isEmpty()) {
            Thread.onSpinWait();
          }
          typed.write("42\n".getBytes(StandardCharsets.UTF_8));
          typed.flush();
        }
        return in.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        try {
          int b = read();
          bytes[offset] = (byte) b;
          return b < 0 ? -1 : 1;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  @Test
  void threadsTalkThroughAPipeThatIsFullNowAndThen() {
    var threads =
        threads(
            loaded(
                """
                (%defn :t::fill [w <- :wat::io::IOWriter  n <- :wat::core::i64] -> :wat::core::nil
                  (%if (%= n 0)
                    (:wat::io::IOWriter/close w)
                    (%do (:wat::io::IOWriter/writeln w "a line of a text that is long enough to fill the pipe")
                         (:t::fill w (%- n 1)))))
                (%defn :t::lines [r <- :wat::io::IOReader  n <- :wat::core::i64] -> :wat::core::i64
                  (%match (:wat::io::IOReader/read-line r)
                    ((Some _) (:t::lines r (%+ n 1)))
                    (:None n)))
                (%defn :t::main [] -> :wat::core::i64
                  (%let [[w r] (:wat::kernel::pipe)]
                    (:wat::kernel::spawn-thread
                      (%fn [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil (:t::fill w 3000)))
                    (:t::lines r 0)))
                """),
            world());
    assertThat(called(threads)).isEqualTo("3000");
  }

  private static final String MANY =
      """
      (%defn :t::idle [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil
        (%do (:wat::kernel::Peer/readln p) nil))
      (%defn :t::start [n <- :wat::core::i64] -> :wat::core::nil
        (%if (%= n 0) nil (%do (:wat::kernel::spawn-thread :t::idle) (:t::start (%- n 1)))))
      (%defn :t::client [a <- :wat::kernel::Thread<wat::core::i64,wat::core::i64>
                         b <- :wat::kernel::Thread<wat::core::i64,wat::core::i64>] -> :wat::core::nil nil)
      (%defn :t::main [] -> :wat::core::Result<wat::core::nil,wat::kernel::ProcessGroupErr>
        (%do (:t::start 99998)
             (:wat::kernel::run-threads (%Tuple :t::idle :t::idle) :t::client)))
      """;

  @Test
  void aServerThatCannotBeStartedIsNamedAndTheEarlierOnesAreEnded() {
    assertThat(called(threads(loaded(MANY), world())))
        .contains(":index #wat.core.Option/Some [1]")
        .contains(
            "#wat.kernel.PeerDiedError/StartupError [#wat.core/Fault {:message \"more than 100000"
                + " threads")
        .contains(":siblings [#wat.core.Result/Ok [nil] #wat.core.Result/Err");
  }

  @Test
  void whatLedToTheEndOfMainFollowsInTheChainOnStderr() {
    var err = new StringWriter();
    var program =
        program(
            """
            (%defn :t::dies [p <- :wat::kernel::Peer<wat::core::i64,wat::core::i64>] -> :wat::core::nil
              (%do (%quot 1 0) nil))
            (%defn :t::client [t <- :wat::kernel::Thread<wat::core::i64,wat::core::i64>] -> :wat::core::nil nil)
            (%defn :user::main [] -> :wat::core::nil
              (%Result/expect (:wat::kernel::run-threads (%Tuple :t::dies) :t::client) "the group failed"))
            """);
    assertThat(Entry.run(program, world(), new PrintWriter(err))).isEqualTo(Exit.PANICKED);
    assertThat(err.toString())
        .startsWith("[#wat.kernel.PeerDiedError/Panic [\"the group failed\"")
        .contains(
            "] #wat.kernel.PeerDiedError/RuntimeError [#wat.runtime/DivisionByZero"
                + " {:message \"division by zero\"");
  }
}
