package dev.perdure.wat.data;

import dev.perdure.wat.syntax.RealText;
import java.util.List;

/// Writes EDN as JSON with tags.
final class JsonWriter {
  static final String TAG = "#tag";
  static final String BODY = "body";

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
      case Edn.BigInt(var n) -> tagged(Tags.BIGINT, n.toString());
      case Edn.Rational(var r) -> tagged(Tags.RATIONAL, r.numerator() + "/" + r.denominator());
      case Edn.Str(String s) when s.startsWith(":") -> tagged(Tags.STRING, s);
      case Edn.Str(String s) -> JsonText.string(s, out);
      case Edn.Char(char c) -> tagged(Tags.CHAR, String.valueOf(c));
      case Edn.Key(String text) -> JsonText.string(":" + text, out);
      case Edn.Symbol _ -> tagged(Tags.AST, EdnPrinter.compact(edn));
      case Edn.Vec(var items) -> array(items);
      case Edn.Sequence(var items) -> {
        open(Tags.LIST);
        array(items);
        out.append('}');
      }
      case Edn.Set(var items, _) -> {
        open(Tags.HASH_SET);
        array(items);
        out.append('}');
      }
      case Edn.Braces(var items, _) -> braces(items);
      case Edn.Tagged(String tag, Edn value) -> {
        open(tag);
        print(value);
        out.append('}');
      }
    }
  }

  private void open(String tag) {
    out.append("{\"").append(TAG).append("\":");
    JsonText.string(tag, out);
    out.append(",\"").append(BODY).append("\":");
  }

  private void tagged(String tag, String body) {
    open(tag);
    JsonText.string(body, out);
    out.append('}');
  }

  private void array(List<Edn> items) {
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      out.append(i > 0 ? "," : "");
      print(items.get(i));
    }
    out.append(']');
  }

  private void braces(List<Edn> items) {
    if (!isObject(items)) {
      open(Tags.HASH_MAP);
      out.append('[');
      for (int i = 0; i < items.size(); i += 2) {
        out.append(i > 0 ? "," : "");
        array(items.subList(i, i + 2));
      }
      out.append("]}");
      return;
    }
    out.append('{');
    for (int i = 0; i < items.size(); i += 2) {
      out.append(i > 0 ? "," : "");
      JsonText.string(name(items.get(i)), out);
      out.append(':');
      print(items.get(i + 1));
    }
    out.append('}');
  }

  private static boolean isObject(List<Edn> items) {
    for (int i = 0; i < items.size(); i += 2) {
      boolean isName =
          switch (items.get(i).body()) {
            case Edn.Key _ -> true;
            case Edn.Str(String s) -> !s.startsWith(":") && !s.equals(TAG);
            default -> false;
          };
      if (!isName) {
        return false;
      }
    }
    return true;
  }

  private static String name(Edn key) {
    return key.body() instanceof Edn.Key(String text) ? ":" + text : ((Edn.Str) key.body()).value();
  }
}
