package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs in wat are let in by the command that lets jars in.
class DeployWatTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void write() throws IOException {
    sandbox = new Sandbox(directory);
    file(
        "half.wat",
        "(:wat::core::defn :t::half [n <- :wat::core::i64] -> :wat::core::i64\n"
            + "  (:wat::core::quot n 2))");
    file(
        "halves.wat",
        """
        (:wat::load-file! "half.wat")
        (:wat::core::defn :t::halves [ns <- :wat::core::Vector<wat::core::i64>] -> :wat::core::Vector<wat::core::i64>
          (:wat::core::do
            (:wat::kernel::println "halving")
            (:wat::core::mapv :t::half ns)))
        """);
    file("broken.wat", "(:wat::core::defn :t::f [] -> :wat::core::i64\n  \"x\")");
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  @Test
  void aProgramIsLetInWithWhatItLoadsAndItsFunctionsAreCalled() throws IOException {
    assertThat(sandbox.out("deploy", "halves.wat", "--as", "v1"))
        .contains("deployed v1", "t::half", "t::halves");
    // it runs from what was kept
    Files.delete(directory.resolve("half.wat"));
    Files.delete(directory.resolve("halves.wat"));
    assertThat(sandbox.out("call", "t::halves", "[10 5]")).contains("[5 2]");
    assertThat(sandbox.out("universe", "list")).contains("v1");
  }

  @Test
  void aCandidateIsCheckedAgainstWhatHasRun() throws IOException {
    sandbox.out("deploy", "halves.wat", "--as", "v1");
    sandbox.out("call", "t::halves", "[10 5]");
    file("half.wat", Files.readString(directory.resolve("half.wat")).replace(" 2)", " 5)"));
    assertThat(sandbox.run("deploy", "halves.wat", "--as", "v2", "--check").exit())
        .isEqualTo(Exit.FAILED);
    assertThat(sandbox.run("deploy", "halves.wat", "--as", "v1", "--check").err())
        .contains("VERSION_TAKEN");
  }

  @Test
  void aMistakeIsToldWithKindAndPlaceAndNothingIsLetIn() {
    assertThat(sandbox.run("deploy", "broken.wat", "--as", "v1").err())
        .contains(
            "WAT_REFUSED", "wat.check/ReturnTypeMismatch", "broken.wat:2:3", "perdure explain");
    assertThat(sandbox.run("deploy", "missing.wat", "--as", "v1").err()).contains("FILE_UNUSABLE");
  }
}
