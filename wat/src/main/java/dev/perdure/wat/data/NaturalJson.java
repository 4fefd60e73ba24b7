package dev.perdure.wat.data;

import dev.perdure.wat.syntax.RealText;
import java.util.List;

/// Writes EDN as JSON without tags: a record is an object, `Some`, `Ok`, `Err` and newtypes are
/// what they hold, `None` is null, a variant without fields its name, and a keyword or number that
/// JSON does not have is a string.
final class NaturalJson {
  private final StringBuilder out = new StringBuilder();

  String write(Edn edn) {
    print(edn);
    return out.toString();
  }

  private void print(Edn edn) {
    switch (edn.body()) {
      case Edn.Nil _ -> out.append("null");
      case Edn.Bool(boolean b) -> out.append(b);
      case Edn.Int(long n) -> out.append(n);
      case Edn.Real(double d) -> out.append(RealText.of(d));
      case Edn.BigInt(var n) -> out.append(n);
      case Edn.Rational _, Edn.Str _, Edn.Char _, Edn.Key _, Edn.Symbol _ ->
          JsonText.string(text(edn), out);
      case Edn.Vec(var items) -> array(items);
      case Edn.Sequence(var items) -> array(items);
      case Edn.Set(var items, _) -> array(items);
      case Edn.Braces(var items, _) -> object(items);
      case Edn.Tagged(String tag, Edn value) -> tagged(tag, value);
    }
  }

  private static String text(Edn edn) {
    return switch (edn.body()) {
      case Edn.Str(String s) -> s;
      case Edn.Char(char c) -> String.valueOf(c);
      case Edn.Key(String text) -> text;
      default -> EdnPrinter.compact(edn);
    };
  }

  private void tagged(String tag, Edn value) {
    switch (value.body()) {
      case Edn.Vec(var items) when tag.equals(Tags.NONE) || isNoNumber(tag) -> out.append("null");
      case Edn.Vec(var items) when isTransparent(tag) -> print(items.getFirst());
      case Edn.Vec(var items) when items.isEmpty() && !tag.equals(Tags.PERSISTENT_VECTOR) ->
          JsonText.string(tag.substring(tag.indexOf('/') + 1), out);
      case Edn.Braces(var items, _) when isNewtype(items) -> print(items.get(1));
      default -> print(value);
    }
  }

  private static boolean isNoNumber(String tag) {
    return tag.equals(Tags.NAN) || tag.equals(Tags.INFINITE) || tag.equals(Tags.MINUS_INFINITE);
  }

  private static boolean isTransparent(String tag) {
    return tag.equals(Tags.SOME) || tag.startsWith(Tags.RESULT);
  }

  private static boolean isNewtype(List<Edn> items) {
    return items.size() == 2
        && items.getFirst().body() instanceof Edn.Key(String key)
        && key.equals("0");
  }

  private void array(List<Edn> items) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i > 0 ? "," : "");
      print(items.get(i));
    }
    out.append(']');
  }

  private void object(List<Edn> items) {
    out.append('{');
    for (int i = 0; i < items.size(); i += 2) {
      out.append(i > 0 ? "," : "");
      JsonText.string(text(items.get(i)), out);
      out.append(':');
      print(items.get(i + 1));
    }
    out.append('}');
  }
}
