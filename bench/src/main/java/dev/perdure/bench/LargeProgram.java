package dev.perdure.bench;

/// A program in wat of 10,000 lines: functions of five lines, each of which calls the one before.
final class LargeProgram {
  static final int FUNCTIONS = 2_000;

  private LargeProgram() {}

  static String text() {
    var text = new StringBuilder();
    for (int i = 0; i < FUNCTIONS; i++) {
      text.append(function(i, "(:wat::core::+ n %d)".formatted(i)));
    }
    return text.toString();
  }

  /// One of its functions.
  ///
  /// @param first the expression that it begins with
  static String function(int number, String first) {
    return """
    (:wat::core::defn :t::f%1$d [n <- :wat::core::i64  s <- :wat::core::String] -> :wat::core::i64
      (:wat::core::let [m %3$s]
        (:wat::core::match (:wat::core::get [1 2 3] m)
          ((Some k) (:wat::core::+ k (:t::f%2$d (:wat::core::- m 1) s)))
          (:None (:wat::core::string::length s)))))
    """
        .formatted(number, Math.max(0, number - 1), first);
  }
}
