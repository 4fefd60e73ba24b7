package dev.perdure.wat.data;

import dev.perdure.value.BigInt;
import dev.perdure.value.Bool;
import dev.perdure.value.Bytes;
import dev.perdure.value.Char;
import dev.perdure.value.Decimal;
import dev.perdure.value.Inst;
import dev.perdure.value.Int;
import dev.perdure.value.ListValue;
import dev.perdure.value.MapValue;
import dev.perdure.value.Nil;
import dev.perdure.value.Ratio;
import dev.perdure.value.Real;
import dev.perdure.value.SetValue;
import dev.perdure.value.Str;
import dev.perdure.value.Symbol;
import dev.perdure.value.Tagged;
import dev.perdure.value.Uuid;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// EDN as values of the engine, and back.
final class PortableForm {
  private PortableForm() {}

  static Value toValue(Edn edn) {
    return switch (edn.body()) {
      case Edn.Nil _ -> Value.nil();
      case Edn.Bool(boolean b) -> Value.of(b);
      case Edn.Int(long n) -> Value.of(n);
      case Edn.BigInt(var n) -> Value.of(n);
      case Edn.Rational(var r) -> r;
      case Edn.Real(double d) -> Value.of(d);
      case Edn.Str(String s) -> Value.of(s);
      case Edn.Char(char c) -> new Char(c);
      case Edn.Key(String text) -> dev.perdure.value.Keyword.of(text);
      case Edn.Symbol(String text) -> Symbol.of(text);
      case Edn.Vec(var items) -> vec(items);
      case Edn.Sequence(var items) -> ListValue.of(vec(items));
      case Edn.Set(var items, _) ->
          SetValue.of(items.stream().map(PortableForm::toValue).toArray(Value[]::new));
      case Edn.Braces(var items, _) -> map(items);
      case Edn.Tagged tagged -> tagged(tagged);
    };
  }

  private static Vec vec(List<Edn> items) {
    var vec = Vec.builder();
    for (var item : items) {
      vec.add(toValue(item));
    }
    return vec.build();
  }

  private static MapValue map(List<Edn> items) {
    var map = MapValue.builder();
    for (int i = 0; i < items.size(); i += 2) {
      map.put(toValue(items.get(i)), toValue(items.get(i + 1)));
    }
    return map.build();
  }

  private static Value tagged(Edn.Tagged tagged) {
    var type = Scalars.typeOfTag(tagged.tag());
    var scalar = type == null ? null : Scalars.read(tagged, type, Source.VALUE);
    return switch (scalar) {
      case Double d -> Value.of(d);
      case Instant i -> Value.of(i);
      case UUID u -> Value.of(u);
      case null, default -> foreign(tagged);
    };
  }

  private static Value foreign(Edn.Tagged tagged) {
    return new Tagged(Symbol.of(tagged.tag()), toValue(tagged.value()));
  }

  /// @param depthMax how deep it may be nested from here
  static Edn toEdn(Value value, int depthMax) {
    if (depthMax == 0) {
      throw EdnFault.malformed("the value is nested too deep", 0);
    }
    return switch (value) {
      case Nil _ -> Edn.of(new Edn.Nil());
      case Bool(boolean b) -> Edn.of(new Edn.Bool(b));
      case Int(long n) -> Edn.of(new Edn.Int(n));
      case BigInt(var n) -> Edn.of(new Edn.BigInt(n));
      case Ratio r -> Edn.of(new Edn.Rational(r));
      case Real(double d) -> EdnForm.real(d);
      case Str(String s) -> Edn.of(new Edn.Str(s));
      case Char(int c) when c <= Character.MAX_VALUE -> Edn.of(new Edn.Char((char) c));
      case dev.perdure.value.Keyword k -> Edn.of(new Edn.Key(k.text()));
      case Symbol s -> Edn.of(new Edn.Symbol(s.text()));
      case Inst(Instant i) -> Edn.tagged(Tags.INST, new Edn.Str(i.toString()));
      case Uuid(UUID u) -> Edn.tagged(Tags.UUID, new Edn.Str(u.toString()));
      case Bytes bytes -> bytes(bytes);
      case Vec vec -> Edn.of(new Edn.Vec(items(vec, depthMax)));
      case ListValue list -> Edn.of(new Edn.Sequence(items(list, depthMax)));
      case SetValue set -> Edn.of(new Edn.Set(items(set, depthMax), false));
      case MapValue map -> braces(map, depthMax);
      case Tagged(Symbol tag, Value content) ->
          Edn.of(new Edn.Tagged(tag.text(), toEdn(content, depthMax - 1)));
      case Decimal _, Char _ -> throw EdnFault.mismatch("a value of wat", value.toString());
    };
  }

  /// Bytes are a `Vector<u8>`.
  private static Edn bytes(Bytes bytes) {
    var items = new ArrayList<Edn>(bytes.size());
    for (int i = 0; i < bytes.size(); i++) {
      items.add(Edn.of(new Edn.Int(Byte.toUnsignedInt(bytes.at(i)))));
    }
    return Edn.of(new Edn.Vec(items));
  }

  private static List<Edn> items(Iterable<Value> values, int depthMax) {
    var items = new ArrayList<Edn>();
    for (var value : values) {
      items.add(toEdn(value, depthMax - 1));
    }
    return items;
  }

  private static Edn braces(MapValue map, int depthMax) {
    var items = new ArrayList<Edn>(2 * map.size());
    map.forEachEntry((key, value) -> {
      items.add(toEdn(key, depthMax - 1));
      items.add(toEdn(value, depthMax - 1));
    });
    return Edn.of(new Edn.Braces(items, false));
  }
}
