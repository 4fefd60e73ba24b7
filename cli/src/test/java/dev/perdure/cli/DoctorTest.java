package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Change;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.index.IndexCode;
import dev.perdure.log.Log;
import dev.perdure.log.LogSettings;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.value.Code;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    assertThat(sick.out()).contains("ok    log", "FAIL  universes  UNIVERSE_MISSING: v1: ");
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
  void aDirectoryWhoseLogWasCompactedIsSound() throws IOException {
    var data = directory.resolve("small");
    Log.open(data.resolve("log"), LogSettings.defaults().withSegmentBytes(32 << 10)).close();
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1", "--data", "small");
    try (var node = Node.open(NodeConfig.in(data))) {
      for (int i = 0; i < 200; i++) {
        var arguments = Payload.of(Vec.of(Value.of(0L)));
        node.await(node.start(new FunctionName("nap"), arguments, StartOptions.NONE));
      }
      assertThat(node.compact(Duration.ZERO, new Change("ada", "")).records()).isPositive();
    }
    assertThat(sandbox.out("doctor", "--data", "small")).contains("ok    log", "ok    clock");
  }

  @Test
  void aFileWhereTheDataDirectoryHasToBeIsFound() {
    for (var data : new String[] {"routes.yaml", "routes.yaml/data"}) {
      var result = sandbox.run("doctor", "--data", data);
      assertThat(result.exit()).as(data).isEqualTo(Exit.FAILED);
      assertThat(result.out()).contains("FAIL  directory", "routes.yaml is a file");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"log", "universes", "index", "snapshot", "tokens.edn", "perdure.sock"})
  void aPartOfTheDirectoryThatOthersMayReadIsFound(String name) throws IOException {
    var part = directory.resolve("perdure-data").resolve(name);
    if (!Files.exists(part)) {
      Files.createFile(part);
    }
    assertThatTheDoctorFindsExposed(part, "rwxr-x---");
    assertThatTheDoctorFindsExposed(part, "rw-----w-");
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwx------"));
    assertThat(sandbox.run("doctor").out()).contains("ok    directory");
  }

  private void assertThatTheDoctorFindsExposed(Path part, String permissions) throws IOException {
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(permissions));
    var result = sandbox.run("doctor");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.out())
        .contains("FAIL  directory  DATA_EXPOSED: " + part + " may be read by others")
        .contains("remedy:    Give it");
  }

  @Test
  void aDamagedLogIsToldWithItsCode() throws IOException {
    Path segment;
    try (var files = Files.list(directory.resolve("perdure-data/log"))) {
      segment = files.filter(f -> f.toString().endsWith(".segment")).findFirst().orElseThrow();
    }
    var bytes = Files.readAllBytes(segment);
    Arrays.fill(bytes, 40, 140, (byte) 7);
    Files.write(segment, bytes);
    var result = sandbox.run("doctor");
    assertThat(result.exit()).isEqualTo(Exit.FAILED);
    assertThat(result.out())
        .contains("FAIL  log        LOG_DAMAGED: nobody else owns it; damaged: ");
  }

  @Test
  void keysThatAreMissingOrUnusableAreToldUnderTheirName() throws IOException {
    sandbox.out("key", "new", "shop.keys");
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1", "--data", "s", "--keys", "shop.keys");
    assertThat(sandbox.run("doctor", "--data", "s").out())
        .contains("FAIL  keys       LOG_KEY_MISSING: ", "ok    log")
        .doesNotContain("universes");
    assertThat(sandbox.out("doctor", "--data", "s", "--keys", "shop.keys"))
        .contains("ok    keys       1 key in ", "ok    universes");
    Files.createDirectories(directory.resolve("s/mine"));
    Files.copy(directory.resolve("shop.keys"), directory.resolve("s/mine/shop.keys"));
    assertThat(sandbox.run("doctor", "--data", "s", "--keys", "s/mine/shop.keys").out())
        .contains("FAIL  keys       KEY_IN_DATA: ", "ok    universes");
    Files.writeString(directory.resolve("shop.keys"), "something else");
    assertThat(sandbox.run("doctor", "--data", "s", "--keys", "shop.keys").out())
        .contains("FAIL  keys       KEY_FILE_UNUSABLE: ", "ok    log", "index");
  }

  @Test
  void anIndexThatIsBehindItsLogSaysHowFar() {
    var stands = DirectoryChecks.index(0, 57, false);
    assertThat(stands.grade()).isEqualTo(Check.Grade.OK);
    assertThat(stands.says()).contains("57 events behind the log, at event 0 of 57");
    assertThatIs(DirectoryChecks.index(0, 57, true), Check.Grade.WARN, IndexCode.INDEX_BEHIND);
    assertThatIs(DirectoryChecks.index(1, 20_000, true), Check.Grade.WARN, IndexCode.INDEX_BEHIND);
    assertThat(DirectoryChecks.index(56, 57, true).says()).contains("1 event behind the log");
    assertThat(DirectoryChecks.index(57, 57, true).says()).isEqualTo("sound, in step with the log");
  }

  @Test
  void forProgramsEachFindingIsAnObjectOnALineOfItsOwn() {
    assertThat(sandbox.out("doctor", "--json").lines())
        .hasSizeGreaterThan(5)
        .allMatch(line -> line.startsWith("{\"check\":\"") && line.endsWith("}"));
  }

  @Test
  void tasksThatStandStillAreAWarningAndSayWhy() {
    var task = sandbox.out("call", "nap", "3600", "--start").strip();
    sandbox.out("task", "pause", task, "--why", "lunch");
    var result = sandbox.run("doctor");
    assertThat(result.exit()).isEqualTo(Exit.DONE);
    assertThat(result.out())
        .contains("WARN  tasks      TASKS_STUCK: 1 stands still", task + " is PAUSED", "lunch");
    assertThat(sandbox.out("doctor", "--json"))
        .contains(
            "\"grade\":\"warn\"", "\"code\":\"TASKS_STUCK\"", "\"remedy\":\"See `perdure task");
  }

  @Test
  void besideAProgramThatOwnsTheDirectoryItLooksAtWhatCanBeSeen() {
    var task = sandbox.out("call", "nap", "3600", "--start").strip();
    sandbox.out("task", "pause", task);
    var config = NodeConfig.in(directory.resolve("perdure-data")).withIndex().withLines(_ -> {});
    try (var node = Node.open(config)) {
      node.index().orElseThrow().askFresh(_ -> 0);
      var result = sandbox.run("doctor");
      assertThat(result.exit()).isEqualTo(Exit.DONE);
      assertThat(result.out())
          .contains("ok    log  ", "in use by process " + ProcessHandle.current().pid())
          .contains("WARN  tasks      TASKS_STUCK: 1 stands still", "ok    index      sound");
    }
  }

  @Test
  void whatIsAsItShouldBeIsSaid() {
    assertThat(sandbox.out("doctor"))
        .contains("ok    snapshot", "ok    clock", "ok    tasks      none stands still");
  }

  private static void assertThatIs(Check check, Check.Grade grade, Code code) {
    assertThat(check.grade()).isEqualTo(grade);
    assertThat(check.problem()).isNotNull();
    assertThat(check.problem().code()).isEqualTo(code);
  }

  @Test
  void whatAMachineLacksIsFound() {
    assertThatIs(
        MachineChecks.jdk(Runtime.Version.parse("21.0.1")), Check.Grade.FAIL, DoctorCode.JDK_UNFIT);
    assertThatIs(MachineChecks.files(1024), Check.Grade.WARN, DoctorCode.FILES_LIMITED);
    assertThatIs(MachineChecks.space(directory, 1 << 20), Check.Grade.FAIL, DoctorCode.DISK_FULL);
    assertThat(MachineChecks.files(1 << 20).grade()).isEqualTo(Check.Grade.OK);
  }

  @Test
  void aClockThatJumpsIsFound() {
    var checks =
        new DirectoryChecks(sandbox.terminal(), NodeConfig.in(directory), directory, 1_000_000);
    assertThat(checks.clock(0, 0, 1_050_000).grade()).isEqualTo(Check.Grade.OK);
    assertThatIs(checks.clock(2, 7, 900_000), Check.Grade.WARN, DoctorCode.CLOCK_JUMPED);
    assertThatIs(checks.clock(0, 0, 2_000_000), Check.Grade.FAIL, DoctorCode.CLOCK_JUMPED);
  }

  @Test
  void aCertificateIsLookedAtBeforeItExpires() {
    var now = Instant.parse("2026-06-01T00:00:00Z");
    var check = MachineChecks.certificate(now.plus(Duration.ofDays(31)), now);
    assertThat(check.grade()).isEqualTo(Check.Grade.OK);
    assertThatIs(
        MachineChecks.certificate(now.plus(Duration.ofDays(3)), now),
        Check.Grade.WARN,
        DoctorCode.CERTIFICATE_EXPIRES);
    assertThatIs(
        MachineChecks.certificate(now.minus(Duration.ofDays(3)), now),
        Check.Grade.FAIL,
        DoctorCode.CERTIFICATE_EXPIRES);
  }

  @Test
  void aDirectoryThatIsNotThereYetIsGood() {
    assertThat(sandbox.out("doctor", "--data", "new/data")).contains("is not there yet");
  }
}
