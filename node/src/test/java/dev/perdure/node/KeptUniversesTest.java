package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.api.Routed;
import dev.perdure.engine.Version;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptUniversesTest {
  /// A function.
  public static final class Plain {
    @Routed
    static int twice(int n) {
      return 2 * n;
    }
  }

  /// Another function, and the same one in other words.
  public static final class Wider {
    @Routed
    static int twice(int n) {
      return n + n;
    }

    @Routed
    static int thrice(int n) {
      return 3 * n;
    }
  }

  @TempDir Path dir;

  private void deployPlain() {
    try (var perdure = Perdure.open(dir)) {
      perdure.deploy("v1", Plain.class);
    }
  }

  private void damageAll() throws IOException {
    try (var files = Files.list(dir.resolve("universes"))) {
      for (var file : files.toList()) {
        var bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 7);
        Files.write(file, bytes);
      }
    }
  }

  private void assertTwice() {
    try (var perdure = Perdure.open(dir)) {
      assertThat(perdure.call("twice", 21, Integer.class)).isEqualTo(42);
      assertThat(perdure.node().checkUniverses()).isEmpty();
    }
  }

  @Test
  void aDamagedUniverseIsWrittenAnewWhenItIsDeployedAgain() throws IOException {
    deployPlain();
    damageAll();
    try (var perdure = Perdure.open(dir)) {
      assertThat(perdure.node().checkUniverses().get(new Version("v1")).code())
          .isEqualTo(NodeCode.UNIVERSE_MISSING);
      assertThatThrownBy(() -> perdure.call("twice", 21, Integer.class))
          .hasMessageContaining("UNIVERSE_MISSING");
    }
    deployPlain();
    assertTwice();
  }

  @Test
  void universesThatServeEachOthersFunctionsAreMendedOneByOne() throws IOException {
    deployPlain();
    try (var perdure = Perdure.open(dir)) {
      perdure.deploy("v2", Wider.class);
      perdure.primary("twice", "v2");
    }
    damageAll();
    deployPlain();
    try (var perdure = Perdure.open(dir)) {
      perdure.deploy("v2", Wider.class);
    }
    assertTwice();
  }

  @Test
  void aUniverseThatIsAsItWasIsNotWrittenAgain() throws IOException {
    deployPlain();
    var file = universe();
    var before = Files.readAttributes(file, "unix:ino").get("ino");
    deployPlain();
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(before);
  }

  private Path universe() throws IOException {
    try (var files = Files.list(dir.resolve("universes"))) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void aUniverseThatCannotBeWrittenIsToldWithItsPlaceAndNothingIsDeployed() throws IOException {
    Files.writeString(dir.resolve("universes"), "a file where the folder has to be");
    assertThatThrownBy(this::deployPlain)
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(NodeCode.UNIVERSE_WRITE_FAILED);
              assertThat(e.problem().where()).startsWith(dir.resolve("universes").toString());
            });
    try (var perdure = Perdure.open(dir)) {
      boolean nothing = perdure.node().read(state -> state.universes().isEmpty());
      assertThat(nothing).isTrue();
    }
  }
}
