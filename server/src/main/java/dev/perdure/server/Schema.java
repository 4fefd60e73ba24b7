package dev.perdure.server;

import dev.perdure.server.json.Data;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The form of something in JSON, in the words of JSON Schema (draft 2020-12), for the API's
/// description.
record Schema(Data data) {
  /// Anything.
  static Schema any() {
    return new Schema(Data.empty());
  }

  static Schema text() {
    return new Schema(Data.of("type", "string"));
  }

  /// The bytes of a file.
  static Schema bytes() {
    return new Schema(Data.of("type", "string").with("format", "binary"));
  }

  /// One of some words.
  static Schema words(Collection<String> words) {
    return new Schema(Data.of("type", "string").with("enum", words));
  }

  /// A point in time (RFC 3339).
  static Schema time() {
    return new Schema(Data.of("type", "string").with("format", "date-time"));
  }

  /// A task's id.
  static Schema id() {
    return new Schema(Data.of("type", "string").with("format", "uuid"));
  }

  static Schema integer() {
    return new Schema(Data.of("type", "integer"));
  }

  static Schema number() {
    return new Schema(Data.of("type", "number"));
  }

  static Schema truth() {
    return new Schema(Data.of("type", "boolean"));
  }

  static Schema array(Schema element) {
    return new Schema(Data.of("type", "array").with("items", element.data()));
  }

  /// An object whose fields all have one form.
  static Schema map(Schema field) {
    return new Schema(Data.of("type", "object").with("additionalProperties", field.data()));
  }

  /// An object without fields, for [#with] and [#withAny].
  static Schema object() {
    return new Schema(Data.of("type", "object"));
  }

  /// A form that stands among the components.
  static Schema named(String name) {
    return new Schema(Data.of("$ref", "#/components/schemas/" + name));
  }

  /// The same with a field that is always there.
  Schema with(String name, Schema field) {
    return withAny(name, field).requiring(name);
  }

  /// The same with a field that may be missing.
  Schema withAny(String name, Schema field) {
    var fields = Data.empty();
    if (data.fields().get("properties") instanceof Data known) {
      known.fields().forEach(fields::with);
    }
    return new Schema(copy().with("properties", fields.with(name, field.data())));
  }

  private Schema requiring(String name) {
    var names = new ArrayList<Object>();
    if (data.fields().get("required") instanceof List<?> known) {
      names.addAll(known);
    }
    names.add(name);
    return new Schema(copy().with("required", names));
  }

  private Data copy() {
    var copy = Data.empty();
    data.fields().forEach(copy::with);
    return copy;
  }
}
