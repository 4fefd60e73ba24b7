package dev.perdure.wat.start;

import dev.perdure.engine.EffectRunner;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.freeze.Settings;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Printed;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.run.Ungranted;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The world of a process, as one of its threads sees it: its streams, its clock, its random
/// numbers. Threads may share one.
public final class ProcessWorld implements World {
  private static final long FRAME_BYTES_MAX = Settings.DEFAULT.frameBytesMax();

  private final Shared shared;
  private final PrintWriter out;
  private final PrintWriter err;
  private final Instant started;

  /// Whether it is that of a thread that the main one has started.
  private final boolean isStarted;

  private final Io io;

  /// Evaluates code, which asks this world or another one.
  private final Evaluator evaluator;

  /// What all threads of a process have in common.
  private record Shared(
      Input input,
      Grants grants,
      HostEffects host,
      List<String> argv,
      Clock clock,
      Sleeper sleeper,
      RandomGenerator random,
      Watch watch,
      AtomicInteger symbols,
      Instant started) {
    /// With nothing to read, and granted nothing.
    static Shared of(List<String> argv, Clock clock, Sleeper sleeper, RandomGenerator random) {
      return new Shared(
          new Input(InputStream.nullInputStream(), FRAME_BYTES_MAX),
          Grants.NONE,
          new HostEffects(Map.of()),
          List.copyOf(argv),
          clock,
          sleeper,
          random,
          new Watch(),
          new AtomicInteger(),
          clock.instant());
    }

    Shared reading(Input other) {
      return new Shared(other, grants, host, argv, clock, sleeper, random, watch, symbols, started);
    }

    Shared granted(Grants other) {
      return new Shared(input, other, host, argv, clock, sleeper, random, watch, symbols, started);
    }

    Shared performing(HostEffects other) {
      return new Shared(
          input, grants, other, argv, clock, sleeper, random, watch, symbols, started);
    }

    Shared sleeping(Sleeper other) {
      return new Shared(input, grants, host, argv, clock, other, random, watch, symbols, started);
    }
  }

  /// One whose stdin is empty and that is granted nothing.
  ///
  /// @param out takes what is printed; each line is flushed
  /// @param err takes what ends the process
  /// @param argv the launcher, the entry and the arguments
  public ProcessWorld(
      PrintWriter out, PrintWriter err, List<String> argv, Clock clock, RandomGenerator random) {
    this(Shared.of(argv, clock, Sleeper.system(), random), out, err);
  }

  private ProcessWorld(Shared shared, PrintWriter out, PrintWriter err) {
    this(shared, out, err, shared.started(), false, null);
  }

  /// @param asked what code that is evaluated asks; null: this world
  private ProcessWorld(
      Shared shared,
      PrintWriter out,
      PrintWriter err,
      Instant started,
      boolean isStarted,
      @Nullable World asked) {
    this.shared = shared;
    this.out = out;
    this.err = err;
    this.started = started;
    this.isStarted = isStarted;
    this.io = new Io(shared.input(), shared.grants(), this::write, this::writeError);
    this.evaluator = new Evaluator(asked == null ? this : asked, shared.grants(), shared.watch());
  }

  /// The same with a stdin.
  ///
  /// @param frameBytesMax how long a frame of it may be
  public ProcessWorld reading(InputStream in, long frameBytesMax) {
    return with(shared.reading(new Input(in, frameBytesMax)));
  }

  /// The same with grants.
  public ProcessWorld granted(Grants grants) {
    return with(shared.granted(grants));
  }

  /// The same with implementations of effect interfaces.
  ///
  /// @param bound by the class names of the interfaces
  public ProcessWorld performing(Map<String, ? extends EffectRunner> bound) {
    return with(shared.performing(new HostEffects(bound)));
  }

  /// The same whose time passes in another way while nothing is to be done.
  public ProcessWorld sleeping(Sleeper sleeper) {
    return with(shared.sleeping(sleeper));
  }

  private ProcessWorld with(Shared other) {
    return new ProcessWorld(other, out, err, started, isStarted, null);
  }

  /// One with the same clock and random numbers, with nothing to read, that is granted nothing.
  private ProcessWorld apart(List<String> argv) {
    var other = Shared.of(argv, shared.clock(), shared.sleeper(), shared.random());
    return new ProcessWorld(other, out, err);
  }

  @Override
  public ProcessWorld of(Loaded program) {
    return with(shared.performing(shared.host().of(program)));
  }

  @Override
  public boolean performs(String effect) {
    return shared.host().perform(effect);
  }

  /// The same that prints elsewhere.
  ProcessWorld printing(PrintWriter toOut, PrintWriter toErr) {
    return new ProcessWorld(shared, toOut, toErr, started, isStarted, null);
  }

  @Override
  public ProcessWorld ofThread() {
    return new ProcessWorld(shared, out, err, shared.clock().instant(), true, null);
  }

  @Override
  public ProcessWorld evaluatingIn(World asked) {
    return new ProcessWorld(shared, out, err, started, isStarted, asked);
  }

  @Override
  public boolean evaluates(String operation) {
    return Evaluator.isOne(operation);
  }

  @Override
  public Beside load(List<Ast> forms, List<String> argv) {
    var all = new ArrayList<>(shared.argv().subList(0, Math.min(1, shared.argv().size())));
    all.add("/hermetic.wat");
    all.addAll(argv);
    return Hermetic.beside(forms, apart(all));
  }

  @Override
  public Capture capture() {
    return new Captured(ofThread());
  }

  @Override
  public boolean mayWait(String operation, Object[] args) {
    return switch (operation) {
      case "wat::kernel::readln", "wat::kernel::readln-within", "wat::kernel::read-frame" -> true;
      default ->
          !operation.startsWith("wat::")
              || (args.length > 0
                  && ((args[0] instanceof ReaderHandle reader && reader.mayWait())
                      || (args[0] instanceof WriterHandle writer && writer.mayWait())));
    };
  }

  @Override
  public void sleep(Duration duration) {
    shared.sleeper().sleep(duration);
  }

  @Override
  public Object perform(String effect, String operation, Object[] args) {
    return switch (operation) {
      case "wat::kernel::println" -> print(Printed.line(operation, args[0]));
      case "wat::kernel::pprintln" -> print(Printed.lines(operation, args[0]));
      case "wat::kernel::eprintln" -> throw end(Printed.line(operation, args[0]));
      case "wat::kernel::epprintln" -> throw end(Printed.lines(operation, args[0]));
      case "wat::kernel::readln" -> shared.input().value((Context) args[0]);
      case "wat::kernel::readln-within" -> shared.input().value((Context) args[1], (long) args[0]);
      case "wat::kernel::read-frame" -> shared.input().text();
      case "wat::runtime::argv" -> Vector.ofAll(shared.argv());
      case "wat::program::env" -> environment();
      case "wat::program::cpu-count" -> (long) Runtime.getRuntime().availableProcessors();
      case "wat::time::now" -> shared.clock().instant();
      case "wat::random::i64" -> random((long) args[0], (long) args[1]);
      case "wat::random::f64" -> shared.random().nextDouble();
      case "wat::core::Uuid/v4" -> uuid();
      case "wat::core::fresh-symbol" -> symbol((String) args[0]);
      case "wat::test::run-program" ->
          Hermetic.run(Evaluator.asts((Vector) args[0]), apart(shared.argv()), shared.watch());
      default -> {
        if (Io.isOne(operation)) {
          yield io.perform(operation, args);
        }
        if (Evaluator.isOne(operation)) {
          yield evaluator.perform(operation, args);
        }
        var done = shared.host().perform(operation, args);
        if (done == null) {
          throw Ungranted.operation(effect, operation);
        }
        yield done;
      }
    };
  }

  @Override
  public void stop() {
    shared.watch().stop();
  }

  @Override
  public void wake() {
    shared.sleeper().wake();
  }

  private Object print(String line) {
    write(line + "\n");
    return Nothing.NIL;
  }

  private void write(String text) {
    synchronized (out) {
      out.print(text);
      out.flush();
      if (out.checkError()) {
        throw Raise.of(Kind.RUNTIME_WRITE_STOPPED, "nobody reads stdout any more");
      }
    }
  }

  private void writeError(String text) {
    synchronized (err) {
      err.print(text);
      err.flush();
    }
  }

  private Ended end(String line) {
    writeError(line + "\n");
    return new Ended(line);
  }

  private Object environment() {
    return Made.record(
        "wat::program::Env",
        shared.started(),
        started,
        ProcessHandle.current().pid(),
        Thread.currentThread().threadId(),
        Made.variant("wat::program::PeerKind", isStarted ? "thread" : "process"),
        (long) Runtime.getRuntime().availableProcessors(),
        Variant.NONE);
  }

  private Object random(long low, long high) {
    if (low >= high) {
      throw Raise.assertion("no number is from " + low + " and below " + high);
    }
    return shared.random().nextLong(low, high);
  }

  /// RFC 9562, version 4.
  private UUID uuid() {
    long most = (shared.random().nextLong() & ~0xF000L) | 0x4000L;
    long least = (shared.random().nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(most, least);
  }

  private Ast symbol(String name) {
    int number = shared.symbols().incrementAndGet();
    return new Ast(new Form.Symbol(name + "-" + number, Scopes.NONE.with(-number)), Trees.NOWHERE);
  }
}
