package dev.perdure.cli;

import dev.perdure.log.LogSettings;
import dev.perdure.log.PayloadCodec;
import dev.perdure.log.aes.KeyRing;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A command that opens the data directory by itself if nobody owns it, and needs its keys then if
/// it is encrypted. A key itself is never an option or a variable: others could read it there.
abstract class OpeningCommand extends DataCommand {
  private static final String VARIABLE = "PERDURE_KEYS";

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description = "The file of keys of an encrypted directory. Default: $PERDURE_KEYS.")
  @Nullable Path keys;

  OpeningCommand(Terminal terminal) {
    super(terminal);
  }

  /// The file of keys; null if none was named.
  final @Nullable Path keyFile() {
    var file = keys == null ? terminal.environment().getOrDefault(VARIABLE, "") : keys.toString();
    return file.isEmpty() ? null : terminal.resolve(Path.of(file));
  }

  /// The keys; null if none were named.
  ///
  /// @throws dev.perdure.value.PerdureException `KEY_FILE_UNUSABLE`
  final @Nullable PayloadCodec codec() {
    var file = keyFile();
    return file == null ? null : KeyRing.read(file);
  }

  /// How a node is opened on a directory.
  ///
  /// @throws dev.perdure.value.PerdureException `KEY_FILE_UNUSABLE`
  final NodeConfig config(Path directory) {
    var config = NodeConfig.in(directory);
    var codec = codec();
    return codec == null ? config : config.withCodec(codec);
  }

  /// The same with tasks that stand still, and whose lines go nowhere.
  final NodeConfig standingStill(Path directory) {
    return config(directory).withoutRunningTasks().withLines(_ -> {});
  }

  /// How a log is opened without a node.
  ///
  /// @throws dev.perdure.value.PerdureException `KEY_FILE_UNUSABLE`
  final LogSettings logSettings() {
    var codec = codec();
    return codec == null ? LogSettings.defaults() : LogSettings.defaults().withCodec(codec);
  }

  /// Opens the data directory that is there and nobody owns, with all tasks standing still.
  final Node open() {
    return Node.open(standingStill(existing()));
  }
}
