package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Keyword;
import dev.perdure.api.Result;
import dev.perdure.api.Routed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values cross between wat and Java by their shapes (W14.1).
class WatBorderTest {
  @TempDir Path dir;

  /// Functions in Java that wat calls.
  static final class Stock {
    private Stock() {}

    record Short(long left) {}

    @Routed
    public static Result<Long, Short> reserve(long pieces) {
      return pieces <= 3 ? Result.ok(3 - pieces) : Result.err(new Short(3));
    }

    @Routed
    public static Keyword kind(Result<Long, String> of) {
      return new Keyword(of.isOk() ? "stock/some" : "stock/none");
    }
  }

  private static final String PROGRAM =
      """
      (:wat::core::defrecord :t::Short [left <- :wat::core::i64])
      (:wat::core::defextern :t::reserve {:route "reserve"} [pieces <- :wat::core::i64]
        -> :wat::core::Result<wat::core::i64,t::Short>)
      (:wat::core::defextern :t::kind {:route "kind"}
        [of <- :wat::core::Result<wat::core::i64,wat::core::String>] -> :wat::core::keyword)
      (:wat::core::defn :t::left [pieces <- :wat::core::i64] -> :wat::core::i64
        (:wat::core::match (:t::reserve pieces)
          ((Ok n) n)
          ((Err e) (:wat::core::- 0 (:t::Short/left e)))))
      (:wat::core::defn :t::tell [n <- :wat::core::i64] -> :wat::core::Vector<wat::core::keyword>
        [(:t::kind (:wat::core::Ok n)) (:t::kind (:wat::core::Err "none"))])
      (:wat::core::defn :t::half [n <- :wat::core::i64]
        -> :wat::core::Result<wat::core::i64,wat::core::String>
        (:wat::core::if (:wat::core::= 0 (:wat::core::rem n 2))
          (:wat::core::Ok (:wat::core::quot n 2))
          (:wat::core::Err "odd")))
      """;

  private Perdure open(String program) throws IOException {
    var perdure = Perdure.open(NodeConfig.in(dir.resolve("data")));
    perdure.deploy("v1", Stock.class);
    perdure.deploy("w1", Files.writeString(dir.resolve("border.wat"), program));
    return perdure;
  }

  @Test
  void aResultOfJavaIsAResultInWat() throws IOException {
    try (var perdure = open(PROGRAM)) {
      assertThat(perdure.call("t::left", 1L, Long.class)).isEqualTo(2);
      assertThat(perdure.call("t::left", 4L, Long.class)).isEqualTo(-3);
    }
  }

  @Test
  void aResultOfWatIsAResultInJava() throws IOException {
    var type = new TypeToken<Result<Long, String>>() {};
    try (var perdure = open(PROGRAM)) {
      assertThat(perdure.call("t::half", 8L, type)).isEqualTo(Result.ok(4L));
      assertThat(perdure.call("t::half", 7L, type)).isEqualTo(Result.err("odd"));
    }
  }

  @Test
  void keywordsCrossAsTheyAre() throws IOException {
    try (var perdure = open(PROGRAM)) {
      assertThat(perdure.call("t::tell", 1L, new TypeToken<List<Keyword>>() {}))
          .containsExactly(new Keyword("stock/some"), new Keyword("stock/none"));
    }
  }

  @Test
  void anErrorOfAnotherShapeIsRefusedWhenTheVersionIsDeployed() {
    var other =
        """
        (:wat::core::defrecord :t::Short [left <- :wat::core::String])
        (:wat::core::defn :t::reserve {:route "reserve"} [pieces <- :wat::core::i64]
          -> :wat::core::Result<wat::core::i64,t::Short>
          (:wat::core::Err (:t::Short :left "none")))
        """;
    assertThatThrownBy(() -> open(other).close())
        .hasMessageContaining("JAVA_INCOMPATIBLE")
        .hasMessageContaining("left is written as java.lang.String");
  }
}
