package dev.perdure.wat.type;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a type from the text of a keyword (W3.1):
///
/// ```
/// t    ::= path | path '<' t (',' t)* '>' | '(' [t (',' t)* [',']] ')' | 'wat::core::Fn(' [t (',' t)*] ')->' t
/// path ::= seg ('::' seg)*
/// ```
///
/// It knows no names: whether a path is declared, and with how many arguments, is found later.
public final class TypeParser {
  private static final String DELIMITERS = "<>(),";

  private final String raw;
  private final Span span;
  private final Set<String> params;
  private int at;
  private int depth;

  private TypeParser(String raw, Span span, Set<String> params) {
    this.raw = raw;
    this.span = span;
    this.params = params;
  }

  /// The type that is written behind the colon of a keyword.
  ///
  /// @param raw the text behind the colon
  /// @param span where it stands
  /// @param params the names that are type parameters here; a bare capital is one anyway
  /// @throws Refused with a kind of the phase `wat.type`
  public static Type parse(String raw, Span span, Set<String> params) {
    var parser = new TypeParser(raw, span, params);
    var type = parser.type();
    if (parser.at < raw.length()) {
      throw parser.malformed(
          "nothing may stand behind it, and there is " + raw.substring(parser.at));
    }
    return type;
  }

  /// Whether a name without namespace is a type variable wherever it stands: a capital letter,
  /// perhaps with digits.
  public static boolean isBareCapital(String name) {
    return !name.isEmpty()
        && name.charAt(0) >= 'A'
        && name.charAt(0) <= 'Z'
        && name.chars().skip(1).allMatch(c -> c >= '0' && c <= '9');
  }

  /// Where a path stands next in the text of a type; -1 if it does not.
  public static int next(String raw, String path, int from) {
    for (int i = raw.indexOf(path, from); i >= 0; i = raw.indexOf(path, i + 1)) {
      int end = i + path.length();
      boolean begins = i == 0 || isDelimiter(raw.charAt(i - 1));
      if (begins && (end == raw.length() || isDelimiter(raw.charAt(end)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDelimiter(char c) {
    return DELIMITERS.indexOf(c) >= 0;
  }

  private Type type() {
    if (++depth > Limits.TYPE_DEPTH_MAX) {
      throw malformed("it is nested deeper than " + Limits.TYPE_DEPTH_MAX);
    }
    var type = peek() == '(' ? tuple() : path();
    depth--;
    return type;
  }

  private Type tuple() {
    at++;
    var items = new ArrayList<Type>();
    boolean comma = false;
    while (peek() != ')') {
      items.add(type());
      comma = peek() == ',';
      if (comma) {
        at++;
      } else if (peek() != ')') {
        throw malformed("a ) is missing");
      }
    }
    at++;
    if (comma && items.size() > 1) {
      throw malformed("a type is missing behind a comma");
    }
    return items.size() == 1 && !comma ? items.getFirst() : Type.tuple(items);
  }

  private Type path() {
    int start = at;
    if (peek() == ':') {
      throw Diagnostic.of(
              Kind.TYPE_INNER_COLON_IN_COMPOUND_ARG,
              part(at, argument().length()).span(),
              "only the whole type begins with a colon, and a part of :" + raw + " does",
              ":" + raw,
              argument())
          .refused();
    }
    while (at < raw.length() && !isDelimiter(raw.charAt(at))) {
      at++;
    }
    var name = raw.substring(start, at);
    check(name);
    return switch (peek()) {
      case '<' -> new Type.Named(name, arguments('>'), latent(name));
      case '(' -> fn(name, start);
      default -> bare(name, start);
    };
  }

  /// The part of the type that begins at a place.
  private Part part(int from, int length) {
    return Part.of(span, raw, from, length);
  }

  private Type bare(String name, int start) {
    if (name.equals("Any") || name.equals("wat::core::Any")) {
      throw Diagnostic.of(
              Kind.TYPE_ANY_BANNED,
              part(start, name.length()).span(),
              "there is no type :Any; name the type, or write a type variable",
              ":" + raw)
          .refused();
    }
    if (params.contains(name) || isBareCapital(name)) {
      return new Type.Param(name);
    }
    return new Type.Named(name, List.of(), latent(name));
  }

  private static @Nullable EffectVar latent(String name) {
    return Known.isLazy(name) ? new EffectVar() : null;
  }

  private Type fn(String name, int start) {
    if (!name.equals(Basic.FN) && !name.equals("fn")) {
      throw malformed("only wat::core::Fn takes types in parentheses");
    }
    var given = arguments(')');
    if (!raw.startsWith("->", at)) {
      throw malformed("behind the parameters of Fn stands -> and the result");
    }
    at += 2;
    var result = type();
    if (name.equals("fn")) {
      var part = part(start, name.length());
      throw Retired.spelling(":fn", part.written(Basic.FN), part.span()).refused();
    }
    return new Type.Fn(given, result, new EffectVar());
  }

  private List<Type> arguments(char close) {
    at++;
    var given = new ArrayList<Type>();
    if (peek() == close && close == ')') {
      at++;
      return given;
    }
    while (true) {
      given.add(type());
      char next = peek();
      at++;
      if (next == close) {
        return given;
      }
      if (next != ',') {
        throw malformed("a " + close + " is missing");
      }
    }
  }

  private void check(String name) {
    if (name.isEmpty()) {
      throw malformed("a type is missing");
    }
    for (int colon = name.indexOf(':'); colon >= 0; colon = name.indexOf(':', colon + 2)) {
      boolean isPair = colon > 0 && name.startsWith("::", colon) && colon + 2 < name.length();
      if (!isPair || name.charAt(colon + 2) == ':') {
        throw malformed("the path " + name + " has an empty segment or a single colon");
      }
    }
  }

  /// The part of the type that starts with a colon.
  private String argument() {
    int end = at;
    int open = 0;
    for (; end < raw.length(); end++) {
      char c = raw.charAt(end);
      if (c == '<' || c == '(') {
        open++;
      } else if (c == '>' || c == ')' || c == ',') {
        if (open == 0) {
          break;
        }
        open -= c == ',' ? 0 : 1;
      }
    }
    return raw.substring(at, end);
  }

  private char peek() {
    return at < raw.length() ? raw.charAt(at) : 0;
  }

  private Refused malformed(String reason) {
    return Diagnostic.of(
            Kind.TYPE_MALFORMED_TYPE_EXPR,
            span,
            ":" + raw + " is no type: " + reason,
            ":" + raw,
            reason)
        .refused();
  }
}
