package dev.perdure.wat.machine;

import dev.perdure.value.BigInt;
import dev.perdure.value.Bool;
import dev.perdure.value.Char;
import dev.perdure.value.Inst;
import dev.perdure.value.Int;
import dev.perdure.value.Keyword;
import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Position;
import dev.perdure.value.Ratio;
import dev.perdure.value.Real;
import dev.perdure.value.SetValue;
import dev.perdure.value.Span;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import dev.perdure.wat.core.Code;
import dev.perdure.wat.core.Operation;
import dev.perdure.wat.data.Foreign;
import dev.perdure.wat.data.HashMap;
import dev.perdure.wat.data.HashSet;
import dev.perdure.wat.data.List;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.PersistentMap;
import dev.perdure.wat.data.PersistentVector;
import dev.perdure.wat.data.Stream;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.data.Wrapped;
import dev.perdure.wat.lower.Lowered;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Delayed;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Trees;
import dev.perdure.wat.syntax.Reader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what [CheckpointWriter] wrote, in a program that has the functions it names.
final class CheckpointReader {
  private final Loaded loaded;
  private final Lowerings lowerings;
  private final ArrayList<Stream> streams = new ArrayList<>();

  CheckpointReader(Loaded loaded, Lowerings lowerings) {
    this.loaded = loaded;
    this.lowerings = lowerings;
  }

  /// The innermost frame.
  ///
  /// @throws PerdureException `CHECKPOINT_UNREADABLE`
  Frame read(Value checkpoint) {
    try {
      return frames((MapValue) checkpoint);
    } catch (ClassCastException | NullPointerException | IndexOutOfBoundsException e) {
      throw MachineCode.unreadable("the checkpoint is damaged: " + e);
    }
  }

  private Frame frames(MapValue checkpoint) {
    int form = number(get(checkpoint, CheckpointWriter.FORM));
    if (form != Lowered.FORM) {
      throw MachineCode.unreadable(
          "another release wrote it, in form " + form + "; this one reads form " + Lowered.FORM);
    }
    var cells = (Vec) get(checkpoint, CheckpointWriter.STREAMS);
    for (int i = 0; i < cells.size(); i++) {
      streams.add(Stream.of(() -> null));
    }
    for (int i = 0; i < cells.size(); i++) {
      fill(streams.get(i), cells.get(i));
    }
    var frames = (Vec) get(checkpoint, CheckpointWriter.FRAMES);
    Frame frame = null;
    for (int i = frames.size() - 1; i >= 0; i--) {
      frame = frame((MapValue) frames.get(i), frame, i == 0);
    }
    return Objects.requireNonNull(frame);
  }

  private static Value get(MapValue map, String key) {
    return Objects.requireNonNull(map.get(Keyword.of(key)), key);
  }

  private static String text(Value value) {
    return ((Str) value).value();
  }

  private static int number(Value value) {
    return Math.toIntExact(((Int) value).value());
  }

  /// @param isInnermost whether it asks again, rather than waits for another frame
  private Frame frame(MapValue map, @Nullable Frame caller, boolean isInnermost) {
    var lowered = lowerings.of(code(get(map, "function"), get(map, "hash")));
    var slots = new Object[lowered.slots()];
    ((MapValue) get(map, "slots"))
        .forEachEntry((slot, value) -> slots[number(slot)] = value(value));
    var frame =
        new Frame(lowered, slots, caller, number(get(map, "depth")), place(get(map, "place")));
    var path = text(get(map, "at"));
    var waits = lowered.place(path);
    if (waits == null) {
      throw MachineCode.unreadable(
          ":" + lowered.code().name() + " has no place " + path + " to wait at");
    }
    frame.at = isInnermost ? waits.begin() : waits.at();
    frame.forcing = forcing(get(map, "forcing"));
    return frame;
  }

  private Code code(Value name, Value hash) {
    var code = loaded.anyCode(text(name));
    if (code == null) {
      throw MachineCode.unreadable("the program has no :" + text(name));
    }
    if (!loaded.hash(code).equals(text(hash))) {
      throw MachineCode.unreadable(
          "the program has another :%s (%s, not %s)"
              .formatted(text(name), loaded.hash(code), text(hash)));
    }
    return code;
  }

  private static @Nullable Span place(Value value) {
    return value instanceof Vec span
        ? new Span(text(span.get(0)), position(span.get(1)), position(span.get(2)))
        : null;
  }

  private static Position position(Value value) {
    var at = (Vec) value;
    return new Position(number(at.get(0)), number(at.get(1)), number(at.get(2)));
  }

  private Frame.@Nullable Forcing forcing(Value value) {
    if (!(value instanceof Vec forcing)) {
      return null;
    }
    var elements = forcing.get(1) instanceof Vec all ? items(all).toBuilder() : null;
    var read = new Frame.Forcing(elements);
    ((Vec) forcing.get(0)).forEach(stream -> read.passed.add((Stream) value(stream)));
    return read;
  }

  private void fill(Stream stream, Value cell) {
    switch (cell) {
      case Nil _ -> stream.become(null);
      case Vec known ->
          stream.become(new Stream.Cell(value(known.get(0)), (Stream) value(known.get(1))));
      case Tagged(Symbol tag, Vec content) when tag.name().equals("fn") ->
          stream.replace(new Delayed(loaded, code(content), captured(content)));
      case Tagged(_, ListValue elements) ->
          stream.replace(new Stream.InList(List.ofAll(items(elements))));
      case Tagged(_, Vec elements) -> stream.replace(new Stream.InVector(items(elements), 0));
      default -> throw MachineCode.unreadable("the checkpoint is damaged: " + cell);
    }
  }

  private Code code(Vec content) {
    return code(content.get(0), content.get(1));
  }

  private Object[] captured(Vec content) {
    var captured = new Object[content.size() - 2];
    for (int i = 0; i < captured.length; i++) {
      captured[i] = value(content.get(i + 2));
    }
    return captured;
  }

  private Vector items(Iterable<Value> values) {
    var items = new VectorBuilder();
    values.forEach(value -> items.add(value(value)));
    return items.build();
  }

  private Object value(Value value) {
    return switch (value) {
      case Nil _ -> Nothing.NIL;
      case Bool(boolean b) -> b;
      case Int(long n) -> n;
      case Real(double d) -> d;
      case Str(String s) -> s;
      case BigInt(var n) -> n;
      case Ratio r -> r;
      case Char(int c) -> (char) c;
      case Inst(var instant) -> instant;
      case Uuid(var uuid) -> uuid;
      case Vec vec -> items(vec);
      case ListValue list -> List.ofAll(items(list));
      case SetValue set -> HashSet.ofAll(items(set));
      case MapValue map -> map(map);
      case Tagged(Symbol tag, Value content) -> tagged(tag.name(), content);
      case Value other -> throw MachineCode.unreadable("the checkpoint is damaged: " + other);
    };
  }

  private HashMap map(MapValue map) {
    var entries = HashMap.EMPTY.toBuilder();
    map.forEachEntry((key, value) -> entries.put(value(key), value(value)));
    return entries.build();
  }

  private Object tagged(String tag, Value content) {
    return switch (tag) {
      case "keyword" -> new dev.perdure.wat.data.Keyword(text(content));
      case "duration" -> Duration.ofNanos(((Int) content).value());
      case "stream" -> streams.get(number(content));
      case "ast" -> Reader.one(Trees.NOWHERE.source(), text(content));
      case "pmap" -> new PersistentMap(map((MapValue) content));
      case "pvec" -> new PersistentVector(items((Vec) content));
      case "tuple" -> Tuple.of(all((Vec) content, 0));
      default -> named(tag, (Vec) content);
    };
  }

  private Object[] all(Vec values, int from) {
    var all = new Object[values.size() - from];
    for (int i = 0; i < all.length; i++) {
      all[i] = value(values.get(from + i));
    }
    return all;
  }

  private Object named(String tag, Vec content) {
    var name = text(content.get(0));
    return switch (tag) {
      case "fn" -> new Closure(loaded, code(content), captured(content));
      case "newtype" -> new Wrapped(name, value(content.get(1)));
      case "foreign" -> new Foreign(name, value(content.get(1)));
      case "aggregate" -> made(new Operation.Construct(name), all(content, 1));
      case "variant" ->
          made(new Operation.MakeVariant(name, text(content.get(1))), all(content, 2));
      default -> throw MachineCode.unreadable("the checkpoint is damaged: #wat/" + tag);
    };
  }

  private Object made(Operation operation, Object[] fields) {
    try {
      return loaded.operations().apply(operation, fields);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw MachineCode.unreadable("the program has another " + operation + ": " + e.getMessage());
    }
  }
}
