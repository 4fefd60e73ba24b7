package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The script `perdure`, in a checkout whose build is a script that waits to be let go.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {
  private static final Path ROOT = Path.of(System.getProperty("perdure.root", ".."));

  @TempDir Path checkout;

  @BeforeEach
  void makeCheckout() throws IOException, InterruptedException {
    script("perdure", Files.readString(ROOT.resolve("perdure")));
    script("mvnw", "#!/bin/sh\necho built >> builds\necho begun\nread -r _ < go\n");
    script("jdk/bin/java", "#!/bin/sh\necho ran\n");
    script(".mvn/find-jdk.sh", "JAVA_HOME=" + checkout.resolve("jdk") + "\n");
    assertThat(start("mkfifo", "go").waitFor()).isZero();
  }

  @Test
  void ofTwoThatFindNothingBuiltOneBuildsAndTheOtherWaits() throws Exception {
    var first = start("./perdure", "doctor");
    assertThat(said(first.errorReader())).startsWith("Building perdure from its sources");
    var second = start("./perdure", "doctor");
    assertThat(said(second.errorReader())).startsWith("Waiting for another perdure");
    letGo();
    assertThat(said(first.inputReader())).isEqualTo("ran");
    assertThat(said(second.inputReader())).isEqualTo("ran");
    assertThat(first.waitFor()).isZero();
    assertThat(second.waitFor()).isZero();
    assertThat(checkout.resolve("builds")).hasContent("built");
  }

  @Test
  void theLockOfABuildThatWasKilledKeepsNobodyOut() throws Exception {
    var killed = start("./perdure", "doctor");
    assertThat(said(killed.errorReader())).startsWith("Building");
    assertThat(said(killed.errorReader())).isEqualTo("begun");
    killed.descendants().forEach(ProcessHandle::destroyForcibly);
    killed.destroyForcibly().waitFor();
    var next = start("./perdure", "doctor");
    assertThat(said(next.errorReader())).startsWith("Building");
    letGo();
    assertThat(said(next.inputReader())).isEqualTo("ran");
    assertThat(next.waitFor()).isZero();
  }

  @Test
  void aBuildThatFailsIsNotTakenForDone() throws Exception {
    script("mvnw", "#!/bin/sh\nexit 1\n");
    var failed = start("./perdure", "doctor");
    assertThat(failed.waitFor()).isEqualTo(1);
    assertThat(said(failed.inputReader())).isNull();
    script("mvnw", "#!/bin/sh\nexit 0\n");
    assertThat(said(start("./perdure", "doctor").inputReader())).isEqualTo("ran");
  }

  private static @Nullable String said(BufferedReader output) throws IOException {
    return output.readLine();
  }

  private void letGo() throws IOException {
    Files.writeString(checkout.resolve("go"), "go\n");
  }

  private void script(String name, String text) throws IOException {
    var file = checkout.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Process start(String... words) throws IOException {
    return new ProcessBuilder(words).directory(checkout.toFile()).start();
  }
}
