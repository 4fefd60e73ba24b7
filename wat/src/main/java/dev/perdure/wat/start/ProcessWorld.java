package dev.perdure.wat.start;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.freeze.Settings;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Printed;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Scopes;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The world of a process: its streams, its clock, its random numbers. Threads may share one.
public final class ProcessWorld implements World {
  private static final long FRAME_BYTES_MAX = Settings.DEFAULT.frameBytesMax();

  private final Input input;
  private final Grants grants;
  private final Io io;
  private final Watch watch = new Watch();
  private final Evaluator evaluator;
  private PrintWriter out;
  private PrintWriter err;
  private final List<String> argv;
  private final Clock clock;
  private final Instant started;
  private final RandomGenerator random;
  private int symbols;

  /// One whose stdin is empty and that is granted nothing.
  ///
  /// @param out takes what is printed; each line is flushed
  /// @param err takes what ends the process
  /// @param argv the launcher, the entry and the arguments
  public ProcessWorld(
      PrintWriter out, PrintWriter err, List<String> argv, Clock clock, RandomGenerator random) {
    this(
        new Input(InputStream.nullInputStream(), FRAME_BYTES_MAX),
        Grants.NONE,
        out,
        err,
        argv,
        clock,
        random);
  }

  private ProcessWorld(
      Input input,
      Grants grants,
      PrintWriter out,
      PrintWriter err,
      List<String> argv,
      Clock clock,
      RandomGenerator random) {
    this.input = input;
    this.grants = grants;
    this.io = new Io(input, grants, this::write, this::writeError);
    this.evaluator = new Evaluator(this, grants, watch);
    this.out = out;
    this.err = err;
    this.argv = List.copyOf(argv);
    this.clock = clock;
    this.started = clock.instant();
    this.random = random;
  }

  /// The same with a stdin.
  ///
  /// @param frameBytesMax how long a frame of it may be
  public ProcessWorld reading(InputStream in, long frameBytesMax) {
    return new ProcessWorld(new Input(in, frameBytesMax), grants, out, err, argv, clock, random);
  }

  /// The same with grants.
  public ProcessWorld granted(Grants more) {
    return new ProcessWorld(input, more, out, err, argv, clock, random);
  }

  /// One with the same clock and random numbers, with nothing to read, that is granted nothing.
  private ProcessWorld apart() {
    return new ProcessWorld(out(), err(), argv, clock, random);
  }

  /// A value was written to stderr, which ends the process as failed.
  static final class Ended extends RuntimeException {
    Ended() {
      super("a value was written to stderr", null, false, false);
    }
  }

  @Override
  public Object perform(String effect, String operation, Object[] args) {
    return switch (operation) {
      case "wat::kernel::println" -> print(Printed.line(operation, args[0]));
      case "wat::kernel::pprintln" -> print(Printed.lines(operation, args[0]));
      case "wat::kernel::eprintln" -> throw end(Printed.line(operation, args[0]));
      case "wat::kernel::epprintln" -> throw end(Printed.lines(operation, args[0]));
      case "wat::kernel::readln" -> input.value((Context) args[0]);
      case "wat::kernel::readln-within" -> input.value((Context) args[1], (long) args[0]);
      case "wat::kernel::read-frame" -> input.text();
      case "wat::runtime::argv" -> Vector.ofAll(argv);
      case "wat::program::env" -> environment();
      case "wat::runtime::current-thread" -> Thread.currentThread().getName();
      case "wat::program::cpu-count" -> (long) Runtime.getRuntime().availableProcessors();
      case "wat::time::now" -> clock.instant();
      case "wat::random::i64" -> random((long) args[0], (long) args[1]);
      case "wat::random::f64" -> random.nextDouble();
      case "wat::core::Uuid/v4" -> uuid();
      case "wat::core::fresh-symbol" -> symbol((String) args[0]);
      case "wat::test::run-function" ->
          new Captured(this).run(() -> ((Function) args[0]).apply(new Object[0]));
      case "wat::test::run-program" ->
          Hermetic.run(Evaluator.asts((Vector) args[0]), apart(), watch);
      default -> {
        if (Io.isOne(operation)) {
          yield io.perform(operation, args);
        }
        if (Evaluator.isOne(operation)) {
          yield evaluator.perform(operation, args);
        }
        throw Raise.of(
            Kind.RUNTIME_GRANT_MISSING,
            "the program may not do " + effect + " (:" + operation + ")",
            effect,
            ":" + operation,
            "--allow-effect");
      }
    };
  }

  @Override
  public void stop() {
    watch.stop();
  }

  /// Where lines go from now on.
  synchronized void redirect(PrintWriter toOut, PrintWriter toErr) {
    out = toOut;
    err = toErr;
  }

  /// Where lines go.
  synchronized PrintWriter out() {
    return out;
  }

  /// Where what ends the process goes.
  synchronized PrintWriter err() {
    return err;
  }

  private Object print(String line) {
    write(line + "\n");
    return Nothing.NIL;
  }

  private synchronized void write(String text) {
    out.print(text);
    out.flush();
    if (out.checkError()) {
      throw Raise.of(Kind.RUNTIME_WRITE_STOPPED, "nobody reads stdout any more");
    }
  }

  private synchronized void writeError(String text) {
    err.print(text);
    err.flush();
  }

  private Ended end(String line) {
    writeError(line + "\n");
    return new Ended();
  }

  /// Everything runs in the process's main peer.
  private Object environment() {
    return Made.record(
        "wat::program::Env",
        started,
        started,
        ProcessHandle.current().pid(),
        Thread.currentThread().threadId(),
        Made.variant("wat::program::PeerKind", "process"),
        (long) Runtime.getRuntime().availableProcessors(),
        Variant.NONE);
  }

  private Object random(long low, long high) {
    if (low >= high) {
      throw Raise.assertion("no number is from " + low + " and below " + high);
    }
    return random.nextLong(low, high);
  }

  /// RFC 9562, version 4.
  private UUID uuid() {
    long most = (random.nextLong() & ~0xF000L) | 0x4000L;
    long least = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(most, least);
  }

  private synchronized Ast symbol(String name) {
    return new Ast(
        new Form.Symbol(name + "-" + ++symbols, Scopes.NONE.with(-symbols)), Trees.NOWHERE);
  }
}
