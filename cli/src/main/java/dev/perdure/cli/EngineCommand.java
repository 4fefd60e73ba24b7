package dev.perdure.cli;

import dev.perdure.log.LogCode;
import dev.perdure.node.Node;
import dev.perdure.server.LocalApi;
import dev.perdure.server.SocketFile;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;

/// A command that wants something of an engine: of a server at a URL, of the one that owns the data
/// directory, or of one that it opens on the directory itself.
abstract class EngineCommand extends OpeningCommand {
  @Mixin ServerOptions server = new ServerOptions();

  EngineCommand(Terminal terminal) {
    super(terminal);
  }

  /// The engine. If it is opened here, all its tasks stand still.
  final Source engine() {
    return engine(this::existing);
  }

  /// The same on a directory that may not be there.
  final Source engineAnywhere() {
    return engine(this::directory);
  }

  /// The same with an index, which is brought up to date first.
  final Source indexedEngine() {
    return engine(
        this::existing,
        directory -> {
          new DirectoryIndex(directory, logSettings(), terminal).ask(true, reader -> 0);
          return opened(Node.open(standingStill(directory).withIndex()));
        });
  }

  private Source engine(Supplier<Path> where) {
    return engine(where, directory -> opened(Node.open(standingStill(directory))));
  }

  /// The engine.
  ///
  /// @param where the directory, asked for if it is that of no server
  /// @param opening opens it if nobody owns the directory
  final Source engine(Supplier<Path> where, Function<Path, Source> opening) {
    if (server.given()) {
      if (data != null) {
        throw usage("--url and --data exclude each other");
      }
      return server.open(this);
    }
    var directory = where.get();
    var socket = SocketFile.find(directory).filter(EngineCommand::listens);
    if (socket.isPresent()) {
      return HttpSource.through(socket.get(), terminal.user());
    }
    try {
      return opening.apply(directory);
    } catch (PerdureException e) {
      throw e.code() == LogCode.LOG_LOCKED ? silent(e) : e;
    }
  }

  /// Whether somebody else serves the engine, who may be far away.
  final boolean served() {
    return server.given()
        || SocketFile.find(directory()).filter(EngineCommand::listens).isPresent();
  }

  /// A node, as an engine that is closed with it.
  final Source opened(Node node) {
    return new LocalSource(LocalApi.of(node, null), terminal.user(), node::close);
  }

  /// An owner that was killed leaves its file.
  private static boolean listens(Path socket) {
    try (var _ = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static PerdureException silent(PerdureException locked) {
    return problem(
            LogCode.LOG_LOCKED,
            locked.problem().what()
                + ", which cannot be talked to: it serves no API, or not yet, for it is still"
                + " opening the directory",
            "If it has just been started, ask again in a moment. Else let it serve, with"
                + " `perdure serve` or Server.start(node, ServerConfig.onSocket()), or stop it")
        .exception(locked);
  }
}
