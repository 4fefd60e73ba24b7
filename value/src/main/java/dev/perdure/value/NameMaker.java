package dev.perdure.value;

import java.util.function.BinaryOperator;

/// Makes names of one kind out of texts, and remembers those decoded lately.
final class NameMaker<T extends NamedValue> {
  private final String what;
  private final BinaryOperator<String> fault;
  private final Make<T> make;
  private final RecentNames<T> recent = new RecentNames<>();

  /// The constructor of a kind of names.
  interface Make<T> {
    T of(String namespace, String name);
  }

  /// @param what the kind, for people
  /// @param fault says of a namespace and a name why they cannot be one; empty if they can
  NameMaker(String what, BinaryOperator<String> fault, Make<T> make) {
    this.what = what;
    this.fault = fault;
    this.make = make;
  }

  /// From the text `name` or `namespace/name`; `VALUE_INVALID` if it is no name of this kind.
  T of(String text) {
    int slash = Names.split(text);
    return slash == 0 ? of("", text) : of(text.substring(0, slash), text.substring(slash + 1));
  }

  /// From its parts; the namespace may be empty. `VALUE_INVALID` as for [#of(String)].
  T of(String namespace, String name) {
    var wrong = fault.apply(namespace, name);
    if (!wrong.isEmpty()) {
      var text = Names.text(namespace, name);
      throw ValueCode.invalid("\"" + text + "\" cannot name a " + what + ": " + wrong);
    }
    return make.of(namespace, name);
  }

  /// From its encoded text; `CODEC_CORRUPT` if it is no name of this kind.
  T decoded(byte[] bytes, int from, int to, Decoder source) {
    var known = recent.find(bytes, from, to);
    if (known != null) {
      return known;
    }
    var text = Utf8.decode(bytes, from, to, source);
    int slash = Names.split(text);
    var namespace = text.substring(0, slash);
    var name = slash == 0 ? text : text.substring(slash + 1);
    var wrong = fault.apply(namespace, name);
    if (!wrong.isEmpty()) {
      throw source.corrupt("a " + what + "'s name cannot be: " + wrong, from);
    }
    var decoded = make.of(namespace, name);
    recent.keep(decoded);
    return decoded;
  }
}
