package dev.perdure.cli;

import dev.perdure.log.LogCode;
import dev.perdure.node.Node;
import dev.perdure.node.NodeConfig;
import dev.perdure.otel.OpenTelemetryObserver;
import dev.perdure.server.Server;
import dev.perdure.server.ServerConfig;
import dev.perdure.server.json.Data;
import dev.perdure.server.json.Json;
import dev.perdure.value.PerdureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(
    name = "serve",
    description = {
      "Runs the tasks of a data directory, and answers a JSON API over HTTP.",
      "Only this machine can reach it unless --host says otherwise, which takes TLS and a token.",
      "SIGTERM stops it gracefully: what is under way is answered first. The exit code is 143"
          + " then.",
      "What there is to ask stands at /v1/openapi.json."
    },
    footer = {
      "",
      "Example:",
      "  perdure serve --port 7420 --bind shop.Catalog=shop.MemoryCatalog --classpath shop.jar",
      "  curl http://127.0.0.1:7420/v1/functions/handleRequest/call \\",
      "    -H 'Content-Type: application/json' -d '[{\"userId\": \"7\"}]'"
    })
final class Serve extends OpeningCommand {
  private static final int PORT = 7420;
  private static final Duration LOCKED_MAX = Duration.ofSeconds(5);
  private static final long LOOK_NANOS = 20_000_000;

  /// Loggers are kept by nobody else, and a level goes with its logger.
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  @Option(names = "--port", paramLabel = "PORT", description = "0: any. Default: 7420.")
  int port = PORT;

  @Option(names = "--host", paramLabel = "HOST", description = "Default: 127.0.0.1.")
  String host = "127.0.0.1";

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      description = "A name by which it is reached, if not as localhost.")
  List<String> hostNames = List.of();

  @Mixin TlsOptions tls = new TlsOptions();

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "How long requests under way may take when it is stopped. Default: 10.")
  int graceSeconds = 10;

  @Option(
      names = "--trust",
      split = ",",
      paramLabel = "PACKAGE",
      description = "Take the code of this package as deterministic without a look.")
  List<String> trusted = List.of();

  @Option(
      names = "--no-index",
      description = "Keep no index: lists of tasks and `perdure sql` have no answer then.")
  boolean withoutIndex;

  @Option(
      names = "--retain",
      paramLabel = "TIME",
      description = {
        "Forget tasks when they have been over for so long, such as P30D, and give the space of",
        "their histories back. Default: keep all."
      })
  @Nullable String retain;

  @Mixin Bindings bindings = new Bindings();

  Serve(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    JETTY.setLevel(Level.WARNING);
    var config = serverConfig();
    var effects = bindings.make(terminal);
    var directory = directory();
    var opened =
        config(directory).withTrusted(trusted).withObserver(OpenTelemetryObserver.ofGlobal());
    var node = open(retaining(withoutIndex ? opened : opened.withIndex()));
    try {
      effects.forEach(effect -> node.bind(effect.name(), effect));
      serve(node, Server.start(node, config), directory);
    } finally {
      node.close();
    }
    return Answer.failed(null, List.of());
  }

  /// A command may own the directory for a moment, and so may the server before this one while it
  /// stops.
  private Node open(NodeConfig config) {
    long from = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        return Node.open(config);
      } catch (PerdureException e) {
        if (e.code() != LogCode.LOG_LOCKED || System.nanoTime() - from > LOCKED_MAX.toNanos()) {
          throw e;
        }
        if (!told) {
          terminal.err().println(e.problem().what() + ": waiting for it");
          told = true;
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    }
  }

  private NodeConfig retaining(NodeConfig opened) {
    if (retain == null) {
      return opened;
    }
    var age = LogCompact.age(this, "--retain", retain);
    if (age.toMillis() == 0) {
      throw usage("--retain is a millisecond at least");
    }
    return opened.withRetention(age);
  }

  private ServerConfig serverConfig() {
    if (graceSeconds < 0) {
      throw usage("--grace is not negative");
    }
    try {
      return ServerConfig.onLoopback(port)
          .withHost(host)
          .withHosts(hostNames)
          .withTls(tls.read(this))
          .withGrace(Duration.ofSeconds(graceSeconds));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /// Returns, with a problem, only if the engine stops by itself: a signal ends the JVM, which runs
  /// the hook first and has the exit code of the signal.
  private void serve(Node node, Server server, Path directory) {
    var stop = new Stop(node, server);
    Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
    terminal.out().println(json ? Json.write(data(server, directory)) : line(server, directory));
    terminal.out().flush();
    var why = node.awaitStop();
    if (stop.begun()) {
      stop.awaitEnd();
    } else {
      server.close(Duration.ZERO);
      throw why.exception();
    }
  }

  private static String line(Server server, Path directory) {
    return "serving " + directory + " at " + server.url();
  }

  private static Data data(Server server, Path directory) {
    return Data.of("url", server.url()).with("port", server.port()).with("data", directory);
  }

  /// Stops the server, then the engine.
  private static final class Stop implements Runnable {
    private final Node node;
    private final Server server;
    private volatile @Nullable Thread stopping;

    Stop(Node node, Server server) {
      this.node = node;
      this.server = server;
    }

    @Override
    public void run() {
      stopping = Thread.currentThread();
      server.close();
      node.close();
    }

    boolean begun() {
      return stopping != null;
    }

    void awaitEnd() {
      var thread = stopping;
      try {
        if (thread != null) {
          thread.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
