package dev.perdure.sim.kill;

import dev.perdure.api.IdempotencyKey;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.StartOptions;
import dev.perdure.engine.TaskId;
import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/// The process that is killed: a node on a data directory, asked over its standard input and output
/// (see [Wire]). It ends by itself when its input does.
final class NodeProcess {
  private final Wire wire;
  private final Perdure perdure;
  private final Map<Long, CompletableFuture<Long>> drawing = new ConcurrentHashMap<>();
  private long drawn;

  private NodeProcess(Wire wire, Perdure perdure) {
    this.wire = wire;
    this.perdure = perdure;
  }

  /// @param arguments the data directory
  public static void main(String[] arguments) throws IOException {
    var wire =
        new Wire(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
    wire.write("begun");
    var config = NodeConfig.in(Path.of(arguments[0]));
    try (var perdure = Perdure.open(config)) {
      new NodeProcess(wire, perdure).serve();
    }
  }

  private void serve() throws IOException {
    wire.write("opened " + perdure.node().<Long>read(state -> state.epoch()));
    perdure.effects().bind(Draws.Tickets.class, new Outside());
    if (perdure.node().<Boolean>read(state -> state.universes().isEmpty())) {
      perdure.deploy("v1", Draws.class);
    }
    wire.write("ready");
    for (var line = wire.read(); line != null; line = wire.read()) {
      take(line.split(" "));
    }
  }

  private void take(String[] words) {
    if (words[0].equals("ticket")) {
      var waiting = Objects.requireNonNull(drawing.remove(Long.valueOf(words[1])));
      waiting.complete(Long.valueOf(words[2]));
    } else {
      Thread.ofVirtual().start(() -> answer(words));
    }
  }

  private void answer(String[] words) {
    say("answer " + words[1] + " " + answerOf(words));
  }

  private String answerOf(String[] words) {
    var node = perdure.node();
    return switch (words[0]) {
      case "call" -> text(node.call(function(words), arguments(words), options(words)));
      case "start" -> node.start(function(words), arguments(words), options(words)).toString();
      case "await" -> text(node.await(TaskId.parse(words[2])));
      default -> throw new IllegalArgumentException(String.join(" ", words));
    };
  }

  private static StartOptions options(String[] words) {
    return StartOptions.NONE.withKey(words[2]);
  }

  private static FunctionName function(String[] words) {
    return new FunctionName(words[3]);
  }

  private static Payload arguments(String[] words) {
    return Payload.of(Vec.of(new Str(words[4])));
  }

  /// An outcome as clients are told of it.
  static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned r -> r.value().text();
      case Outcome.Threw t -> t.failure().toString();
      case Outcome.Cancelled c -> "cancelled: " + c.why();
    };
  }

  private void say(String line) {
    try {
      wire.write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Draws tickets in the other process.
  private final class Outside implements Draws.Tickets {
    @Override
    public long draw(String what) {
      return ask("draw");
    }

    @Override
    public long newest(String what) {
      return ask("newest");
    }

    private long ask(String what) {
      var ticket = new CompletableFuture<Long>();
      long number = next(ticket);
      say(what + " " + number + " " + IdempotencyKey.current());
      return ticket.join();
    }
  }

  private synchronized long next(CompletableFuture<Long> ticket) {
    drawing.put(++drawn, ticket);
    return drawn;
  }
}
