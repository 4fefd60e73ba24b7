package dev.perdure.wat.thread;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.NotPortable;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Portable;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.library.Errors;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Parked;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Ungranted;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// What threads ask of each other (W12.2 to W12.4): channels, threads, and how they end. All else
/// is asked of the world. An operation that must wait is asked again when what it waits for has
/// changed, so none changes anything before it is done.
final class Kernel {
  /// Waits for the end of a part of the thread itself.
  static final String OUTCOME = "wat::kernel::outcome";

  private static final Object[] NOTHING = {};

  private final Threads threads;
  private long channels;
  private long received;

  Kernel(Threads threads) {
    this.threads = threads;
  }

  /// Does it for a thread; what it gives.
  ///
  /// @throws Parked if it must wait
  Object perform(Fiber fiber, String effect, String operation, Object[] args) {
    return switch (operation) {
      case "wat::kernel::make-bounded-channel" -> pair(fiber, (long) args[0]);
      case "wat::kernel::send" -> send(fiber, operation, (Sender) args[0], args[1]);
      case "wat::kernel::recv" -> receive(fiber, operation, (Receiver) args[0]);
      case "wat::kernel::try-recv" -> tryReceive(fiber, (Receiver) args[0]);
      case "wat::kernel::select" -> select(fiber, operation, receivers((Vector) args[0]));
      case "wat::kernel::Sender/close" -> close((Sender) args[0]);
      case "wat::kernel::after" -> after(fiber, (Duration) args[0], args[1]);
      case "wat::kernel::stopped?" -> fiber.isStopped();
      case "wat::kernel::spawn-thread" -> spawn(fiber, (Function) args[0]);
      case "wat::kernel::start-program" -> start(fiber, args[0], (Context) args[1]);
      case "wat::kernel::Peer/readln", "wat::kernel::Thread/readln" ->
          receive(fiber, operation, ((Peer) args[0]).reads());
      case "wat::kernel::Peer/println", "wat::kernel::Thread/println" ->
          send(fiber, operation, ((Peer) args[0]).writes(), args[1]);
      case "wat::kernel::Peer/close" -> close(((Peer) args[0]).writes());
      case "wat::kernel::Thread/join-result" -> joined(fiber, operation, server(args[0]));
      case "wat::kernel::Thread/discard" -> discard((ThreadHandle) args[0]);
      case "wat::kernel::Thread/release" -> release((ThreadHandle) args[0]);
      case "wat::kernel::Thread/uncaught?" -> uncaught(server(args[0]));
      case "wat::kernel::Thread/chain" -> chain(server(args[0]));
      case "wat::kernel::end-threads" -> end(fiber, operation, servers((Vector) args[0]));
      case "wat::kernel::begin" -> begin(fiber.part(), (Function) args[0]);
      case OUTCOME -> outcome(fiber, operation, server(args[0]));
      case "wat::test::begin" -> captured(fiber, effect, operation, (Function) args[0]);
      case "wat::test::outcome" -> result(fiber, operation, server(args[0]));
      case "wat::runtime::current-thread" -> fiber.name();
      default ->
          fiber.ambient() != null && Ambient.isOne(operation)
              ? ambient(fiber, fiber.ambient(), operation, args)
              : threads.ask(fiber, effect, operation, args);
    };
  }

  private Channel channel(Fiber owner, int slots) {
    var channel = new Channel(channels++, slots);
    owner.owns(channel);
    return channel;
  }

  private Tuple pair(Fiber fiber, long slots) {
    if (slots < 1) {
      throw Raise.assertion("a channel has at least one slot, not " + slots);
    }
    var channel = channel(fiber, (int) Math.min(slots, Integer.MAX_VALUE));
    return Tuple.of(new Sender(channel), new Receiver(channel));
  }

  private Variant send(Fiber fiber, String operation, Sender sender, Object value) {
    var channel = sender.channel();
    if (channel.takes()) {
      portable(operation, value);
      return channel.send(value);
    }
    if (fiber.isStopped()) {
      return Variant.err(Deaths.STOPPED);
    }
    fiber.awaits(channel);
    throw threads.waits(fiber, operation);
  }

  /// What stands behind `Value` is looked at when it crosses (W3.2).
  private static void portable(String operation, Object value) {
    try {
      Portable.check(value);
    } catch (NotPortable e) {
      throw Raise.mismatch(":" + operation, "a portable value", Show.of(e.value()));
    }
  }

  private Variant receive(Fiber fiber, String operation, Receiver receiver) {
    var channel = receiver.channel();
    if (channel.gives()) {
      return channel.receive(++received);
    }
    if (fiber.isStopped()) {
      return Variant.err(Deaths.STOPPED);
    }
    fiber.awaits(channel);
    throw threads.waits(fiber, operation);
  }

  private Variant tryReceive(Fiber fiber, Receiver receiver) {
    var channel = receiver.channel();
    if (channel.isTimed() && !channel.gives()) {
      threads.look();
    }
    if (!channel.gives()) {
      return fiber.isStopped() ? Variant.err(Deaths.STOPPED) : Variant.ok(Variant.NONE);
    }
    var result = channel.receive(++received);
    return result.isOk() ? Variant.ok(Variant.some(result.field(0))) : result;
  }

  private static List<Channel> receivers(Vector receivers) {
    var channels = new ArrayList<Channel>();
    receivers.forEach(receiver -> channels.add(((Receiver) receiver).channel()));
    return channels;
  }

  /// The one that was received from longest ago, of those that are ready: so none waits for ever
  /// behind another.
  private Tuple select(Fiber fiber, String operation, List<Channel> channels) {
    if (channels.isEmpty()) {
      throw Raise.of(Kind.RUNTIME_EMPTY_SELECT, "a choice among no channels waits for ever");
    }
    if (channels.stream().anyMatch(Channel::isTimed)) {
      threads.look();
    }
    var chosen =
        channels.stream().filter(Channel::gives).min(Comparator.comparingLong(Channel::received));
    if (chosen.isPresent()) {
      long index = channels.indexOf(chosen.get());
      return Tuple.of(index, chosen.get().receive(++received));
    }
    if (fiber.isStopped()) {
      return Tuple.of(-1L, Variant.err(Deaths.STOPPED));
    }
    channels.forEach(fiber::awaits);
    throw threads.waits(fiber, operation);
  }

  private static Nothing close(Sender sender) {
    sender.channel().close(Deaths.DISCONNECTED);
    return Nothing.NIL;
  }

  private Receiver after(Fiber fiber, Duration delay, Object value) {
    portable("wat::kernel::after", value);
    var channel = channel(fiber, 1);
    channel.times();
    threads.timers().at(threads.now().plus(delay), channel, value);
    return new Receiver(channel);
  }

  private Object ambient(Fiber fiber, Ambient ambient, String operation, Object[] args) {
    if (ambient.isReady(operation)) {
      return ambient.perform(operation, args, ++received);
    }
    if (fiber.isStopped()) {
      if (ambient.waitsFor(operation) == ambient.out()) {
        throw Raise.of(Kind.RUNTIME_WRITE_STOPPED, "nobody reads stdout any more");
      }
      return Variant.err(Deaths.STOPPED);
    }
    fiber.awaits(ambient.waitsFor(operation));
    throw threads.waits(fiber, operation);
  }

  private Channel pipe() {
    return new Channel(channels++, Limits.PIPE_SLOTS);
  }

  private static ThreadHandle talking(Fiber server, Channel in, Channel out) {
    in.isOf(server);
    out.isOf(server);
    var handle = new ThreadHandle(server, new Receiver(out), new Sender(in));
    server.talks(handle);
    return handle;
  }

  /// Starts a program as a server.
  ///
  /// @param program its forms, or a `Program`
  /// @param client what the client takes
  private ThreadHandle start(Fiber parent, Object program, Context client) {
    var in = pipe();
    var out = pipe();
    try {
      var beside = parent.world().load(forms(program), argv(program));
      var maker = threads.beside(beside.loaded());
      var streams = new Ambient(in, out, client);
      var fiber = parent.beside(threads.nextNumber(), beside.world(), maker, streams);
      var handle = talking(fiber, in, out);
      try {
        maker.evaluateConstants();
      } catch (Raise raise) {
        fiber.died(raise);
        return handle;
      }
      var main = beside.loaded().code("user::main");
      threads.begun(fiber, new Closure(beside.loaded(), main, NOTHING), NOTHING);
      return handle;
    } catch (World.Unstartable unstartable) {
      var handle = talking(parent.started(threads.nextNumber()), in, out);
      handle.server().end(unstartable.death());
      return handle;
    }
  }

  private static List<Ast> forms(Object program) {
    var forms = program instanceof Aggregate record ? record.field("forms") : program;
    var asts = new ArrayList<Ast>();
    ((Vector) Objects.requireNonNull(forms)).forEach(form -> asts.add((Ast) form));
    return asts;
  }

  private static List<String> argv(Object program) {
    var argv = new ArrayList<String>();
    if (program instanceof Aggregate record && record.field("argv") instanceof Vector words) {
      words.forEach(word -> argv.add((String) word));
    }
    return argv;
  }

  private ThreadHandle spawn(Fiber parent, Function function) {
    var fiber = parent.started(threads.nextNumber());
    var in = pipe();
    var out = pipe();
    var handle = talking(fiber, in, out);
    if (threads.hasRoom()) {
      var reads = new Receiver(in);
      var writes = new Sender(out);
      threads.begun(
          fiber,
          function,
          function.arity() == 1
              ? new Object[] {new Peer(reads, writes)}
              : new Object[] {reads, writes});
    } else {
      fiber.end(
          Deaths.notStarted("more than " + Limits.THREADS_MAX + " threads of a program are alive"));
    }
    return handle;
  }

  private static Fiber server(Object handle) {
    return ((ThreadHandle) handle).server();
  }

  private static List<Fiber> servers(Vector handles) {
    var servers = new ArrayList<Fiber>();
    handles.forEach(handle -> servers.add(server(handle)));
    return servers;
  }

  /// Waits for the end of a thread, also after a stop request.
  private void awaitEnd(Fiber fiber, String operation, Fiber server) {
    if (!server.isEnded()) {
      fiber.awaits(server);
      throw threads.waits(fiber, operation);
    }
  }

  private Variant joined(Fiber fiber, String operation, Fiber server) {
    awaitEnd(fiber, operation, server);
    return server.result();
  }

  private static Nothing discard(ThreadHandle handle) {
    handle.reads().channel().discard();
    return Nothing.NIL;
  }

  private static Nothing release(ThreadHandle handle) {
    close(handle.writes());
    return discard(handle);
  }

  private static boolean uncaught(Fiber server) {
    return server.chain() != null && !server.isCaught;
  }

  private static Vector chain(Fiber server) {
    return server.chain() == null ? Vector.EMPTY : server.chain();
  }

  /// Asks threads to stop, and ends those that go on for too long.
  private Nothing end(Fiber fiber, String operation, List<Fiber> servers) {
    if (fiber.limit == null) {
      servers.forEach(Fiber::stop);
      fiber.limit = threads.timers().at(threads.now().plus(Limits.STOP_MAX));
    }
    if (fiber.limit.isFired()) {
      servers.forEach(server -> server.end(Deaths.STOPPED));
    }
    var alive = servers.stream().filter(server -> !server.isEnded()).toList();
    if (!alive.isEmpty()) {
      alive.forEach(fiber::awaits);
      fiber.awaits(fiber.limit);
      throw threads.waits(fiber, operation);
    }
    threads.timers().cancel(fiber.limit);
    fiber.limit = null;
    return Nothing.NIL;
  }

  /// A function without parameters begins, as a part of a thread or as one of its own.
  private ThreadHandle begin(Fiber fiber, Function function) {
    var none = new Channel(channels++, 1);
    threads.begun(fiber, function, NOTHING);
    return new ThreadHandle(fiber, new Receiver(none), new Sender(none));
  }

  /// What a part gave; how it died if it raised.
  private Variant outcome(Fiber fiber, String operation, Fiber part) {
    awaitEnd(fiber, operation, part);
    return part.chain() == null ? Variant.ok(part.value()) : part.result();
  }

  private ThreadHandle captured(Fiber fiber, String effect, String operation, Function function) {
    var capture = fiber.world().capture();
    if (capture == null) {
      throw Ungranted.operation(effect, operation);
    }
    return begin(fiber.captured(threads.nextNumber(), capture), function);
  }

  private Object result(Fiber fiber, String operation, Fiber test) {
    awaitEnd(fiber, operation, test);
    var raise = test.raise();
    return Objects.requireNonNull(test.capture)
        .result(
            raise != null
                ? Errors.failure(raise.diagnostic())
                : test.chain() == null ? null : Errors.ended());
  }
}
