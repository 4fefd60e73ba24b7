package dev.perdure.node;

import dev.perdure.engine.StartOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A process that runs one task in wat, which draws very many numbers, and says each time that it
/// has drawn a thousand more; at the end, what it came to.
final class DrawingProcess {
  private DrawingProcess() {}

  static final String PROGRAM =
      """
      (:wat::core::defeffect :dev::perdure::node::Depot
        [(pass {:read-only true} [n <- :wat::core::i64] -> :wat::core::i64)])
      (:wat::core::defn :t::draw [left <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::if (:wat::core::= left 0) sum
          (:t::draw (:wat::core::- left 1)
            (:wat::core::rem (:wat::core::+ (:wat::core::* 3 sum) (:wat::random::i64 0 1000)) 1000003))))
      (:wat::core::defn :t::main [rounds <- :wat::core::i64  sum <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::if (:wat::core::= rounds 0) sum
          (:t::main (:wat::core::- rounds 1)
            (:dev::perdure::node::Depot/pass (:t::draw 1000 sum)))))
      """;

  /// @param arguments the data directory, the file of the program, and how often it draws a
  ///   thousand
  public static void main(String[] arguments) throws IOException {
    try (var perdure = Perdure.open(Path.of(arguments[0]))) {
      perdure
          .effects()
          .bind(
              Depot.class,
              new Depot() {
                @Override
                public String text(long chars) {
                  return "x".repeat((int) chars);
                }

                @Override
                public long pass(long n) {
                  say("drawn " + n);
                  return n;
                }
              });
      perdure.deploy("v1", Path.of(arguments[1]));
      long rounds = Long.parseLong(arguments[2]);
      var once = StartOptions.NONE.withKey("once");
      say("ended " + perdure.call("t::main", List.of(rounds, 1L), Long.class, once));
    }
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
