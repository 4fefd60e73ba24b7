package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  @TempDir Path directory;
  private Sandbox sandbox;

  @BeforeEach
  void deploy() throws IOException {
    sandbox = new Sandbox(directory);
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
  }

  private Path universes() {
    return directory.resolve("perdure-data/universes");
  }

  private Path universe() throws IOException {
    try (var files = Files.list(universes())) {
      return files.findFirst().orElseThrow();
    }
  }

  private void assertThatTheDoctorFindsAndDeployingMends() {
    var sick = sandbox.run("doctor");
    assertThat(sick.exit()).isEqualTo(Exit.FAILED);
    assertThat(sick.out()).contains("ok    log", "FAIL  universes  v1: UNIVERSE_MISSING: ");
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1");
    assertThat(sandbox.out("doctor")).contains("ok    universes  1 deployed, all as they were");
  }

  @Test
  void aMissingUniverseIsFoundAndMendedByDeployingItAgain() throws IOException {
    Files.delete(universe());
    Files.delete(universes());
    assertThatTheDoctorFindsAndDeployingMends();
  }

  @Test
  void aUniverseThatWasCutShortIsFoundAndMendedByDeployingItAgain() throws IOException {
    var file = universe();
    var whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertThatTheDoctorFindsAndDeployingMends();
  }

  @Test
  void aUniverseOfOtherBytesIsFoundAndMendedByDeployingItAgain() throws IOException {
    Files.writeString(universe(), "not a zip file");
    assertThatTheDoctorFindsAndDeployingMends();
  }

  @Test
  void aFileWhereTheDataDirectoryHasToBeIsFound() {
    for (var data : new String[] {"routes.yaml", "routes.yaml/data"}) {
      var result = sandbox.run("doctor", "--data", data);
      assertThat(result.exit()).as(data).isEqualTo(Exit.FAILED);
      assertThat(result.out()).contains("FAIL  directory", "routes.yaml is a file");
    }
  }

  @Test
  void aDirectoryThatIsNotThereYetIsGood() {
    assertThat(sandbox.out("doctor", "--data", "new/data")).contains("is not there yet");
  }
}
