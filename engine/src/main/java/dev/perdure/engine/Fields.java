package dev.perdure.engine;

import dev.perdure.value.Decoder;
import dev.perdure.value.Encoder;
import dev.perdure.value.Hash;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The parts that events are made of, as bytes. Each kind of a family is a byte; absent parts are a
/// 0 where present ones are a 1; lists and maps begin with their size. A branch is its depth and
/// then, from the root down, the sequence number and index of each fork.
final class Fields {
  private static final int WITH_OPTIONS = 0x80;

  private Fields() {}

  static void branch(Encoder out, Branch branch) {
    out.varint(branch.depth());
    for (int depth = 1; depth <= branch.depth(); depth++) {
      var step = branch.ancestor(depth);
      out.varint(step.forkSeq());
      out.varint(step.index());
    }
  }

  static Branch branch(Decoder in) {
    var branch = Branch.ROOT;
    for (int left = count(in, Limits.BRANCH_DEPTH_MAX); left > 0; left--) {
      branch = branch.child(number(in), number(in));
    }
    return branch;
  }

  static void place(Encoder out, Place place) {
    branch(out, place.branch());
    out.varint(place.seq());
  }

  static Place place(Decoder in) {
    return new Place(branch(in), number(in));
  }

  static Payload payload(Decoder in) {
    return Payload.read(in);
  }

  static void taskId(Encoder out, TaskId id) {
    out.fixed64(id.high());
    out.fixed64(id.low());
  }

  static TaskId taskId(Decoder in) {
    return new TaskId(in.fixed64(), in.fixed64());
  }

  /// What is asked: the effect but for how it is performed. No encoding of what is asked begins
  /// with that of something else.
  static void asked(Encoder out, Effect effect) {
    switch (effect) {
      case Effect.LogLine e -> {
        out.u8(1);
        constant(out, e.level());
        out.utf8(e.text());
      }
      case Effect.ReadClock _ -> out.u8(2);
      case Effect.RandomBits _ -> out.u8(3);
      case Effect.NewId _ -> out.u8(4);
      case Effect.Choose e -> {
        out.u8(5);
        out.utf8(e.function().text());
      }
      case Effect.Fork e -> {
        out.u8(6);
        out.varint(e.branches());
      }
      case Effect.Winner _ -> out.u8(7);
      case Effect.StartTask e -> {
        out.u8(e.atMillis() > 0 ? 14 : 8);
        out.utf8(e.function().text());
        e.arguments().writeTo(out);
        if (e.atMillis() > 0) {
          out.varint(e.atMillis());
        }
      }
      case Effect.CancelTask e -> {
        out.u8(9);
        taskId(out, e.task());
      }
      case Effect.Sleep e -> {
        out.u8(10);
        duration(out, e.duration());
      }
      case Effect.Await e -> {
        out.u8(11);
        taskId(out, e.task());
      }
      case Effect.Receive e -> {
        out.u8(13);
        constant(out, e.kind());
        out.utf8(e.name());
      }
      case Effect.Perform e -> {
        out.u8(12);
        out.utf8(e.name());
        out.utf8(e.method());
        e.arguments().writeTo(out);
      }
    }
  }

  /// What is asked, and behind it how it is performed: a byte for the guard, to which
  /// [#WITH_OPTIONS] is added if options follow.
  static void effect(Encoder out, Effect effect) {
    asked(out, effect);
    if (effect instanceof Effect.Perform p) {
      boolean plain = p.options().equals(PerformOptions.NONE);
      out.u8(place(p.guard()) | (plain ? 0 : WITH_OPTIONS));
      if (!plain) {
        performOptions(out, p.options());
      }
    }
  }

  private static void performOptions(Encoder out, PerformOptions options) {
    var retry = options.retry();
    out.varint(retry.triesMax());
    duration(out, retry.first());
    duration(out, retry.longest());
    list(out, retry.fatal(), Encoder::utf8);
    out.varint(options.timeoutMillis());
    out.varint(options.heartbeatMillis());
  }

  private static PerformOptions performOptions(Decoder in) {
    try {
      var retry = new Retry(number(in), duration(in), duration(in), list(in, Decoder::utf8));
      return new PerformOptions(retry, in.varint(), in.varint());
    } catch (IllegalArgumentException outOfRange) {
      throw in.corrupt("options " + outOfRange.getMessage());
    }
  }

  private static Effect perform(Decoder in) {
    var name = in.utf8();
    var method = in.utf8();
    var arguments = payload(in);
    int how = in.u8();
    var guard = constant(in, how & ~WITH_OPTIONS, Effect.Guard.values());
    boolean plain = (how & WITH_OPTIONS) == 0;
    return new Effect.Perform(
        name, method, arguments, guard, plain ? PerformOptions.NONE : performOptions(in));
  }

  private static void duration(Encoder out, Duration duration) {
    out.varint(duration.toSeconds());
    out.varint(duration.toNanosPart());
  }

  private static Duration duration(Decoder in) {
    return Duration.ofSeconds(in.varint(), in.varint());
  }

  static Effect effect(Decoder in) {
    int kind = in.u8();
    return switch (kind) {
      case 1 -> new Effect.LogLine(constant(in, Level.values()), in.utf8());
      case 2 -> new Effect.ReadClock();
      case 3 -> new Effect.RandomBits();
      case 4 -> new Effect.NewId();
      case 5 -> new Effect.Choose(new FunctionName(in.utf8()));
      case 6 -> new Effect.Fork(number(in));
      case 7 -> new Effect.Winner();
      case 8 -> new Effect.StartTask(new FunctionName(in.utf8()), payload(in));
      case 14 -> new Effect.StartTask(new FunctionName(in.utf8()), payload(in), in.varint());
      case 9 -> new Effect.CancelTask(taskId(in));
      case 10 -> new Effect.Sleep(duration(in));
      case 11 -> new Effect.Await(taskId(in));
      case 12 -> perform(in);
      case 13 -> new Effect.Receive(constant(in, Message.values()), in.utf8());
      default -> throw in.corrupt("effect kind " + kind);
    };
  }

  static void outcome(Encoder out, Outcome outcome) {
    switch (outcome) {
      case Outcome.Returned o -> {
        out.u8(1);
        o.value().writeTo(out);
      }
      case Outcome.Threw o -> {
        out.u8(2);
        failure(out, o.failure());
      }
      case Outcome.Cancelled o -> {
        out.u8(3);
        out.utf8(o.why());
      }
    }
  }

  static Outcome outcome(Decoder in) {
    int kind = in.u8();
    return switch (kind) {
      case 1 -> new Outcome.Returned(payload(in));
      case 2 -> new Outcome.Threw(failure(in, 0));
      case 3 -> new Outcome.Cancelled(in.utf8());
      default -> throw in.corrupt("outcome kind " + kind);
    };
  }

  static void failure(Encoder out, Failure failure) {
    out.utf8(failure.type());
    out.utf8(failure.message());
    optional(out, failure.data(), (o, data) -> data.writeTo(o));
    list(out, failure.trace(), Encoder::utf8);
    optional(out, failure.cause(), Fields::failure);
  }

  static Failure failure(Decoder in) {
    return failure(in, 0);
  }

  private static Failure failure(Decoder in, int depth) {
    if (depth > Limits.CAUSES_MAX) {
      throw in.corrupt("more than " + Limits.CAUSES_MAX + " causes");
    }
    return new Failure(
        in.utf8(),
        in.utf8(),
        optional(in, Fields::payload),
        list(in, Decoder::utf8),
        optional(in, i -> failure(i, depth + 1)));
  }

  static void divergence(Encoder out, Divergence d) {
    constant(out, d.kind());
    optional(out, d.place(), Fields::place);
    out.utf8(d.recorded());
    out.utf8(d.asked());
    out.utf8(d.recordedAt());
    out.utf8(d.askedAt());
  }

  static Divergence divergence(Decoder in) {
    return new Divergence(
        constant(in, Divergence.Kind.values()),
        optional(in, Fields::place),
        in.utf8(),
        in.utf8(),
        in.utf8(),
        in.utf8());
  }

  static void report(Encoder out, ShadowReport report) {
    out.utf8(report.function().text());
    out.utf8(report.primary().text());
    out.utf8(report.candidate().text());
    report.arguments().writeTo(out);
    list(out, report.divergences(), Fields::divergence);
  }

  static ShadowReport report(Decoder in) {
    return new ShadowReport(
        new FunctionName(in.utf8()),
        new Version(in.utf8()),
        new Version(in.utf8()),
        payload(in),
        list(in, Fields::divergence));
  }

  static void remains(Encoder out, Remains remains) {
    out.varint(remains.trials().size());
    remains
        .trials()
        .forEach((function, count) -> {
          out.utf8(function.text());
          count(out, count);
        });
    out.varint(remains.shadows().size());
    remains
        .shadows()
        .forEach((compared, count) -> {
          compared(out, compared);
          count(out, count);
        });
  }

  static Remains remains(Decoder in) {
    var trials = new TreeMap<FunctionName, Remains.Count>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      trials.put(new FunctionName(in.utf8()), remainsCount(in));
    }
    var shadows = new TreeMap<ShadowCount.Key, Remains.Count>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      shadows.put(compared(in), remainsCount(in));
    }
    return new Remains(trials, shadows);
  }

  private static void count(Encoder out, Remains.Count count) {
    out.varint(count.all());
    out.varint(count.bad());
  }

  private static Remains.Count remainsCount(Decoder in) {
    return new Remains.Count(in.varint(), in.varint());
  }

  static void compared(Encoder out, ShadowCount.Key compared) {
    out.utf8(compared.function().text());
    out.utf8(compared.primary().text());
    out.utf8(compared.candidate().text());
  }

  static ShadowCount.Key compared(Decoder in) {
    return new ShadowCount.Key(
        new FunctionName(in.utf8()), new Version(in.utf8()), new Version(in.utf8()));
  }

  static void change(Encoder out, Change change, long atMillis) {
    out.utf8(change.who());
    out.utf8(change.why());
    out.varint(atMillis);
  }

  /// The time that follows is read by the caller.
  static Change change(Decoder in) {
    return new Change(in.utf8(), in.utf8());
  }

  static void universe(Encoder out, UniverseInfo universe) {
    out.raw(universe.hash().toByteArray());
    out.varint(universe.functions().size());
    universe
        .functions()
        .forEach((name, function) -> {
          out.utf8(name.text());
          out.raw(function.hash().toByteArray());
          out.utf8(function.signature());
        });
  }

  static UniverseInfo universe(Decoder in) {
    var hash = Hash.fromBytes(in.raw(Hash.SIZE));
    var functions = new TreeMap<FunctionName, UniverseInfo.FunctionInfo>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      functions.put(
          new FunctionName(in.utf8()),
          new UniverseInfo.FunctionInfo(Hash.fromBytes(in.raw(Hash.SIZE)), in.utf8()));
    }
    return new UniverseInfo(hash, functions);
  }

  static void policies(Encoder out, Map<FunctionName, Policy> policies) {
    out.varint(policies.size());
    policies.forEach((function, policy) -> {
      out.utf8(function.text());
      policy(out, policy);
    });
  }

  static Map<FunctionName, Policy> policies(Decoder in) {
    var policies = new TreeMap<FunctionName, Policy>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      policies.put(new FunctionName(in.utf8()), policy(in));
    }
    return policies;
  }

  static void origin(Encoder out, Origin origin) {
    out.varint(origin.routes().revision().number());
    policies(out, origin.routes().policies());
    out.varint(origin.universes().size());
    origin
        .universes()
        .forEach((version, universe) -> {
          out.utf8(version.text());
          universe(out, universe);
          versions(out, origin.previous().getOrDefault(version, Map.of()));
        });
  }

  static Origin origin(Decoder in) {
    var routes = new RouteTable(new Revision(in.varint()), policies(in));
    var universes = new TreeMap<Version, UniverseInfo>();
    var previous = new TreeMap<Version, Map<FunctionName, Version>>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      var version = new Version(in.utf8());
      universes.put(version, universe(in));
      previous.put(version, versions(in));
    }
    return new Origin(routes, universes, previous);
  }

  static void versions(Encoder out, Map<FunctionName, Version> versions) {
    out.varint(versions.size());
    versions.forEach((function, version) -> {
      out.utf8(function.text());
      out.utf8(version.text());
    });
  }

  static Map<FunctionName, Version> versions(Decoder in) {
    var versions = new TreeMap<FunctionName, Version>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      versions.put(new FunctionName(in.utf8()), new Version(in.utf8()));
    }
    return versions;
  }

  static void summary(Encoder out, TaskSummary summary) {
    EventCodec.started(summary.start(), out);
    out.varint(summary.startOffset());
    versions(out, summary.overrides());
    served(out, summary.chosen());
    taskIds(out, summary.children());
  }

  static TaskSummary summary(TaskId task, Decoder in) {
    return new TaskSummary(
        EventCodec.started(task, in), in.varint(), versions(in), served(in), taskIds(in));
  }

  static void served(Encoder out, Set<Served> served) {
    out.varint(served.size());
    served.stream()
        .sorted()
        .forEach(one -> {
          out.utf8(one.function().text());
          out.utf8(one.version().text());
        });
  }

  static Set<Served> served(Decoder in) {
    var served = new TreeSet<Served>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      served.add(new Served(new FunctionName(in.utf8()), new Version(in.utf8())));
    }
    return served;
  }

  static void taskIds(Encoder out, Set<TaskId> ids) {
    out.varint(ids.size());
    ids.stream().sorted().forEach(id -> taskId(out, id));
  }

  static Set<TaskId> taskIds(Decoder in) {
    var ids = new TreeSet<TaskId>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      ids.add(taskId(in));
    }
    return ids;
  }

  private static void policy(Encoder out, Policy policy) {
    switch (policy) {
      case Policy.Primary p -> {
        out.u8(1);
        out.utf8(p.version().text());
      }
      case Policy.Shadow p -> {
        out.u8(p.threshold() == null ? 2 : 4);
        pair(out, p.primary(), p.candidate(), p.percent(), p.threshold());
      }
      case Policy.Percent p -> {
        out.u8(p.threshold() == null ? 3 : 5);
        pair(out, p.primary(), p.candidate(), p.percent(), p.threshold());
      }
      case Policy.Attribute p -> {
        out.u8(6);
        out.utf8(p.primary().text());
        out.utf8(p.attribute());
        out.varint(p.byValue().size());
        p.byValue()
            .forEach((value, version) -> {
              out.utf8(value);
              out.utf8(version.text());
            });
      }
    }
  }

  private static void pair(
      Encoder out,
      Version primary,
      Version candidate,
      double percent,
      @Nullable Threshold threshold) {
    out.utf8(primary.text());
    out.utf8(candidate.text());
    out.fixed64(Double.doubleToLongBits(percent));
    if (threshold != null) {
      threshold(out, threshold);
    }
  }

  static void threshold(Encoder out, Threshold threshold) {
    out.fixed64(Double.doubleToLongBits(threshold.percent()));
    out.varint(threshold.atLeast());
  }

  private static Policy policy(Decoder in) {
    int kind = in.u8();
    var primary = new Version(in.utf8());
    return switch (kind) {
      case 1 -> new Policy.Primary(primary);
      case 2 -> new Policy.Shadow(primary, new Version(in.utf8()), percent(in));
      case 3 -> new Policy.Percent(primary, new Version(in.utf8()), percent(in));
      case 4 -> new Policy.Shadow(primary, new Version(in.utf8()), percent(in), threshold(in));
      case 5 -> new Policy.Percent(primary, new Version(in.utf8()), percent(in), threshold(in));
      case 6 -> new Policy.Attribute(in.utf8(), cases(in), primary);
      default -> throw in.corrupt("policy kind " + kind);
    };
  }

  private static Map<String, Version> cases(Decoder in) {
    var cases = new TreeMap<String, Version>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      cases.put(in.utf8(), new Version(in.utf8()));
    }
    return cases;
  }

  static Threshold threshold(Decoder in) {
    return new Threshold(percent(in), Math.toIntExact(in.varint()));
  }

  private static double percent(Decoder in) {
    return Double.longBitsToDouble(in.fixed64());
  }

  static void options(Encoder out, StartOptions options) {
    optional(out, options.key(), Encoder::utf8);
    out.varint(options.deadlineMillis());
    versions(out, options.overrides());
    out.varint(options.attributes().size());
    options
        .attributes()
        .forEach((name, value) -> {
          out.utf8(name);
          out.utf8(value);
        });
    out.utf8(options.traceparent());
  }

  static StartOptions options(Decoder in) {
    var key = optional(in, Decoder::utf8);
    long deadline = in.varint();
    var overrides = versions(in);
    var attributes = new TreeMap<String, String>();
    for (int left = count(in, in.remaining()); left > 0; left--) {
      attributes.put(in.utf8(), in.utf8());
    }
    return new StartOptions(key, deadline, overrides, attributes, in.utf8());
  }

  static <T> void optional(Encoder out, @Nullable T part, BiConsumer<Encoder, T> writer) {
    out.bool(part != null);
    if (part != null) {
      writer.accept(out, part);
    }
  }

  static <T> @Nullable T optional(Decoder in, Function<Decoder, T> reader) {
    return in.bool() ? reader.apply(in) : null;
  }

  static <T> void list(Encoder out, List<T> list, BiConsumer<Encoder, T> writer) {
    out.varint(list.size());
    list.forEach(element -> writer.accept(out, element));
  }

  static <T> List<T> list(Decoder in, Function<Decoder, T> reader) {
    int size = count(in, in.remaining());
    var list = new ArrayList<T>(Math.min(size, 64));
    for (int i = 0; i < size; i++) {
      list.add(reader.apply(in));
    }
    return list;
  }

  /// A size that cannot exceed `max`: each element takes at least a byte.
  private static int count(Decoder in, int max) {
    long size = in.varint();
    if (size < 0 || size > max) {
      throw in.corrupt("size " + size);
    }
    return (int) size;
  }

  static int number(Decoder in) {
    long number = in.varint();
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw in.corrupt("number " + number);
    }
    return (int) number;
  }

  static void constant(Encoder out, Enum<?> constant) {
    out.u8(place(constant));
  }

  /// Constants are written by their place in the enum, which later releases only extend at the end.
  @SuppressWarnings("EnumOrdinal") // the place is the format
  private static int place(Enum<?> constant) {
    return constant.ordinal();
  }

  static <T> T constant(Decoder in, T[] constants) {
    return constant(in, in.u8(), constants);
  }

  private static <T> T constant(Decoder in, int place, T[] constants) {
    if (place >= constants.length) {
      throw in.corrupt("constant " + place);
    }
    return constants[place];
  }
}
