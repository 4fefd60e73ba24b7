package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void write() throws IOException {
    sandbox = new Sandbox(directory);
    Files.writeString(
        directory.resolve("shop.wat"),
        "(:wat::core::defn :shop::twice [n <- :wat::core::i64] -> :wat::core::i64\n"
            + "  (:wat::core::* 2 n))\n");
  }

  @Test
  void formsAreAnsweredWithTypeAndEffectsAndMayGoOnInTheNextLine() {
    var result =
        sandbox.talk(
            """
            (:shop::twice 21)
            (:wat::core::defn :shop::say [n <- :wat::core::i64] -> :wat::core::nil
              (:wat::kernel::println n))

            (:shop::say (:shop::twice 4))
            """,
            "repl",
            "shop.wat");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualTo(
            """
            42 : :wat::core::i64
            :shop::say declared
            8
            nil : :wat::core::nil ! {io}
            """);
  }

  @Test
  void aMistakeIsToldWithItsLineAndTheConversationGoesOn() {
    var result = sandbox.talk("(:wat::core::+ 1 \"a\")\n(:wat::core::quot 1 0)\n5\n", "repl");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.out()).isEqualTo("5 : :wat::core::i64\n");
    assertThat(result.err())
        .contains(
            "wat.check/NoMatchingClauseAtCallSite", "--> repl-1:1:1", "(:wat::core::+ 1 \"a\")")
        .contains("wat.runtime/DivisionByZero");
  }

  @Test
  void aProgramThatIsWrongBeginsNothing() throws IOException {
    Files.writeString(directory.resolve("wrong.wat"), "(:wat::core::def :t::x");
    var result = sandbox.talk("1\n", "repl", "wrong.wat");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.err()).contains("wat.parse/UnclosedParen");
  }

  @Test
  void aPlaceInWhatWasSaidBeforeIsShownThere() {
    var result =
        sandbox.talk(
            "(:wat::core::defn :t::f [n <- :wat::core::i64] -> :wat::core::i64 (:wat::core::quot n"
                + " 0))\n(:t::f 1)\n",
            "repl");
    assertThat(result.err())
        .contains("wat.runtime/DivisionByZero", "--> repl-1:1:67", "(:wat::core::quot n 0))");
  }

  @Test
  void aConversationWithoutAFileLoadsFilesOfTheFolder() {
    var result = sandbox.talk("(:wat::load-file! \"shop.wat\")\n(:shop::twice 4)\n", "repl");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains(":shop::twice declared", "8 : :wat::core::i64");
  }
}
