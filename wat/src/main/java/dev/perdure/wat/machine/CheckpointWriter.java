package dev.perdure.wat.machine;

import dev.perdure.value.Bool;
import dev.perdure.value.Char;
import dev.perdure.value.Keyword;
import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Position;
import dev.perdure.value.Ratio;
import dev.perdure.value.SetValue;
import dev.perdure.value.Span;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Foreign;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.List;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Delayed;
import dev.perdure.wat.run.Limits;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Printer;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.UUID;

/// Writes frames down:
///
/// ```
/// {:form 1
///  :frames [{:function "a::f" :hash "…" :at "1.0" :depth 0 :place nil :slots {0 …} :forcing nil} …]
///  :streams [[first rest] nil #wat/fn ["a::f/fn1" "hash" captured…] …]}
/// ```
///
/// The form is [Lowered#FORM]. The innermost frame comes first. Values that EDN has are as they
/// are; all others stand under tags, so that they can be read without their types. A stream is
/// `#wat/stream` and its number among the streams, for who holds the same stream shares what has
/// been forced of it. Other values that are held twice are written twice, so the whole is bounded.
final class CheckpointWriter {
  static final String FORM = "form";
  static final String FRAMES = "frames";
  static final String STREAMS = "streams";

  private final Loaded loaded;
  private final IdentityHashMap<Stream, Integer> numbers = new IdentityHashMap<>();
  private final ArrayList<Stream> streams = new ArrayList<>();
  private int size;
  private int depth;

  CheckpointWriter(Loaded loaded) {
    this.loaded = loaded;
  }

  /// The frames from this one on to the first.
  Value frames(Frame top) {
    var frames = Vec.builder();
    for (Frame frame = top; frame != null; frame = frame.caller) {
      grow(1);
      frames.add(frame(frame));
    }
    var cells = Vec.builder();
    // a cell may lead to more streams
    for (int i = 0; i < streams.size(); i++) {
      cells.add(cell(streams.get(i)));
    }
    return map(FORM, Value.of(Lowered.FORM), FRAMES, frames.build(), STREAMS, cells.build());
  }

  private static MapValue map(Object... entries) {
    var map = MapValue.builder();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(Keyword.of((String) entries[i]), (Value) entries[i + 1]);
    }
    return map.build();
  }

  private Value frame(Frame frame) {
    var slots = MapValue.builder();
    for (int slot : frame.site().live()) {
      // a slot that no path to here has filled holds nothing
      if (frame.slots[slot] != null) {
        slots.put(Value.of(slot), value(frame.slots[slot]));
      }
    }
    return map(
        "function",
        Value.of(frame.lowered.code().name()),
        "hash",
        Value.of(loaded.hash(frame.lowered.code())),
        "at",
        Value.of(frame.site().path()),
        "depth",
        Value.of(frame.depth),
        "place",
        frame.place == null ? Value.nil() : span(frame.place),
        "slots",
        slots.build(),
        "forcing",
        frame.forcing == null ? Value.nil() : forcing(frame.forcing));
  }

  private static Value span(Span span) {
    return Vec.of(Value.of(span.source()), position(span.start()), position(span.end()));
  }

  private static Value position(Position at) {
    return Vec.of(Value.of(at.line()), Value.of(at.column()), Value.of(at.offset()));
  }

  private Value forcing(Frame.Forcing forcing) {
    var passed = Vec.builder();
    forcing.passed.forEach(stream -> passed.add(value(stream)));
    return Vec.of(
        passed.build(), forcing.elements == null ? Value.nil() : value(forcing.elements.build()));
  }

  private Value cell(Stream stream) {
    return switch (stream.pending()) {
      case null -> {
        var cell = stream.cell();
        yield cell == null ? Value.nil() : Vec.of(value(cell.first()), value(cell.rest()));
      }
      case Delayed delayed -> tagged("fn", code(delayed.code(), delayed.captured()));
      case Stream.InVector(Vector elements, int at) -> tagged("in", items(elements.drop(at)));
      case Stream.InList(List elements) -> tagged("in", ListValue.of(items(elements)));
      case Stream.Source source ->
          throw MachineCode.unwritable("a stream of " + source.getClass() + " is no value");
    };
  }

  /// Those of wat, which are not in the engine's EDN as they are.
  private static Value tagged(String name, Value value) {
    return new Tagged(Symbol.of("wat", name), value);
  }

  private Value code(Code code, Object[] captured) {
    var all = Vec.builder();
    all.add(Value.of(code.name()));
    all.add(Value.of(loaded.hash(code)));
    for (var value : captured) {
      all.add(value(value));
    }
    return all.build();
  }

  private Vec items(Iterable<Object> values) {
    var items = Vec.builder();
    for (var value : values) {
      items.add(value(value));
    }
    return items.build();
  }

  private Value value(Object value) {
    grow(1);
    if (depth == Limits.CHECKPOINT_DEPTH_MAX) {
      throw MachineCode.unwritable("a value is nested deeper than " + Limits.CHECKPOINT_DEPTH_MAX);
    }
    depth++;
    var written = written(value);
    depth--;
    return written;
  }

  private void grow(int by) {
    size += by;
    if (size > Limits.CHECKPOINT_SIZE_MAX) {
      throw MachineCode.unwritable(
          "the frames hold more than " + Limits.CHECKPOINT_SIZE_MAX + " values and characters");
    }
  }

  private Value text(String text) {
    grow(text.length());
    return Value.of(text);
  }

  private Value written(Object value) {
    return switch (value) {
      case Nothing _ -> Value.nil();
      case Boolean b -> Bool.of(b);
      case Long n -> Value.of(n);
      case Double d -> Value.of(d);
      case String s -> text(s);
      case BigInteger n -> Value.of(n);
      case Ratio r -> r;
      case Character c -> new Char(c);
      case Instant i -> Value.of(i);
      case UUID u -> Value.of(u);
      case Vector vector -> items(vector);
      case List list -> ListValue.of(items(list));
      case HashSet set -> set(set);
      case HashMap map -> map(map);
      case dev.perdure.wat.data.Keyword(String path) -> tagged("keyword", Value.of(path));
      case Duration d -> tagged("duration", Value.of(d.toNanos()));
      case Tuple tuple -> tagged("tuple", tuple(tuple));
      case PersistentVector(Vector elements) -> tagged("pvec", items(elements));
      case PersistentMap(HashMap map) -> tagged("pmap", map(map));
      case Variant variant -> tagged("variant", variant(variant));
      case Aggregate aggregate -> tagged("aggregate", aggregate(aggregate));
      case Wrapped(String path, Object content) ->
          tagged("newtype", Vec.of(Value.of(path), value(content)));
      case Foreign(String tag, Object body) ->
          tagged("foreign", Vec.of(Value.of(tag), value(body)));
      case Ast ast -> tagged("ast", text(Printer.print(ast)));
      case Closure closure -> tagged("fn", code(closure.code(), closure.captured()));
      case Stream stream -> tagged("stream", Value.of(number(stream)));
      default -> throw MachineCode.unwritable(Show.of(value) + " is held, which is no value");
    };
  }

  private int number(Stream stream) {
    var known = numbers.get(stream);
    if (known != null) {
      return known;
    }
    numbers.put(stream, streams.size());
    streams.add(stream);
    return streams.size() - 1;
  }

  private Value set(HashSet set) {
    var items = SetValue.builder();
    set.forEach(value -> items.add(value(value)));
    return items.build();
  }

  private Value map(HashMap map) {
    var entries = MapValue.builder();
    map.forEachEntry((key, value) -> entries.put(value(key), value(value)));
    return entries.build();
  }

  private Value tuple(Tuple tuple) {
    var items = Vec.builder();
    for (int i = 0; i < tuple.size(); i++) {
      items.add(value(tuple.item(i)));
    }
    return items.build();
  }

  private Value variant(Variant variant) {
    var items = Vec.builder();
    items.add(Value.of(variant.shape().path()));
    items.add(Value.of(variant.shape().name()));
    for (int i = 0; i < variant.size(); i++) {
      items.add(value(variant.field(i)));
    }
    return items.build();
  }

  private Value aggregate(Aggregate aggregate) {
    var items = Vec.builder();
    items.add(Value.of(aggregate.shape().path()));
    for (int i = 0; i < aggregate.size(); i++) {
      items.add(value(aggregate.field(i)));
    }
    return items.build();
  }
}
