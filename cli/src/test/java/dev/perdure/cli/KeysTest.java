package dev.perdure.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.aes.KeyFile;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys on the command line; what is printed stands in the transcript `keys`.
class KeysTest {
  private final Path directory;
  private final Sandbox sandbox;

  KeysTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    sandbox = new Sandbox(directory);
    sandbox.out("key", "new", "shop.keys");
    sandbox.out("deploy", "shop-v1.jar", "--as", "v1", "--keys", "shop.keys");
  }

  @Test
  void theFileOfKeysMayBeNamedByAVariable() {
    assertThat(sandbox.run("task", "list").err()).startsWith("LOG_KEY_MISSING: ");
    var variable = sandbox.with(Map.of("PERDURE_KEYS", "shop.keys"));
    assertThat(variable.run("task", "list").exit()).isZero();
    assertThat(variable.run("task", "list", "--keys", "nowhere").err())
        .as("an option goes before the variable")
        .startsWith("KEY_FILE_UNUSABLE: ");
  }

  @Test
  void besideAServerThatHasTheKeysCommandsNeedNone() {
    var codec = new KeyFile(directory.resolve("shop.keys")).read();
    var config = NodeConfig.in(directory.resolve("perdure-data")).withCodec(codec).withIndex();
    try (var node = Node.open(config.withLines(_ -> {}));
        var _ = Server.start(node, ServerConfig.onLoopback(0))) {
      assertThat(sandbox.out("call", "nap", "0")).contains("rested");
      assertThat(sandbox.out("task", "list")).contains("done");
      assertThat(sandbox.run("task", "list", "--text", "nap").err()).startsWith("INDEX_SEALED: ");
      assertThat(sandbox.out("log", "tail")).contains("deployed v1");
    }
  }

  @Test
  void withTheKeysASealedValueWhoseFileHasChangedIsNamedByDoctorVerifyAndBackup()
      throws IOException {
    sandbox.run("call", "handleRequest", "--keys", "shop.keys", "\"" + "n".repeat(300_000) + "\"");
    sandbox.out("backup", "before", "--keys", "shop.keys");
    var value = onlyValue();
    var bytes = Files.readAllBytes(value);
    bytes[1_000] ^= 1;
    Files.write(value, bytes);
    var name = value.getFileName().toString();
    assertThat(sandbox.run("log", "verify").out()).contains("sound");
    assertThat(sandbox.run("log", "verify", "--keys", "shop.keys").out())
        .contains("damaged values/" + name);
    assertThat(sandbox.run("doctor", "--keys", "shop.keys").out())
        .contains("FAIL  log        VALUE_DAMAGED: ", "values/" + name);
    assertThat(sandbox.run("backup", "kept", "--keys", "shop.keys").err())
        .startsWith("BACKUP_DAMAGED: ")
        .contains(name);
    assertThat(sandbox.run("backup", "kept", "--check", "--keys", "shop.keys").err())
        .contains(name);
    assertThat(sandbox.run("backup", "before", "--check", "--keys", "shop.keys").exit()).isZero();
  }

  private Path onlyValue() throws IOException {
    try (var values = Files.list(directory.resolve("perdure-data/log/values"))) {
      return values.findFirst().orElseThrow();
    }
  }

  @Test
  void noFileOfKeysIsMadeWithinADataDirectoryOrABackup() throws IOException {
    sandbox.out("backup", "kept", "--keys", "shop.keys");
    Files.createSymbolicLink(directory.resolve("link"), directory.resolve("perdure-data"));
    for (var place :
        new String[] {"perdure-data/a.keys", "perdure-data/log/a", "kept/a", "link/a"}) {
      var result = sandbox.run("key", "new", place);
      assertThat(result.exit()).isEqualTo(Exit.FAILED);
      assertThat(result.err()).startsWith("KEY_IN_DATA: ").contains("remedy: Keep it outside");
      assertThat(directory.resolve(place)).doesNotExist();
    }
    var planned = sandbox.with(Map.of("PERDURE_DATA", "planned"));
    assertThat(planned.run("key", "new", "planned/a.keys").err()).startsWith("KEY_IN_DATA: ");
    assertThat(sandbox.out("key", "new", "another.keys")).contains("another.keys");
  }

  @Test
  void aServerIsStartedWithAFileOfKeys() {
    assertThat(sandbox.run("serve", "--port", "0").err()).startsWith("LOG_KEY_MISSING: ");
    try (var _ = Daemon.start(directory, List.of("serve", "--port", "0", "--keys", "shop.keys"))) {
      assertThat(sandbox.out("universe", "list")).contains("v1");
    }
  }
}
