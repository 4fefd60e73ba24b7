package dev.perdure.wat.library;

import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.EdnReader;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Json;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Raise;
import java.util.function.Supplier;

/// Values as EDN and JSON, and back (W10). All that read raise `EdnCoerceMismatch`, or
/// `MalformedForm` of what is no EDN.
public final class Edns {
  private static final String VALIDATION = "wat::edn::Validation";

  private Edns() {}

  private static <T> T raising(String op, Supplier<T> operation) {
    try {
      return operation.get();
    } catch (EdnFault fault) {
      throw new Raise(fault.diagnostic(":wat::edn::" + op, null));
    }
  }

  /// `(write v)`.
  public static String write(Object value) {
    return raising("write", () -> EdnWriter.write(value));
  }

  /// `(write-pretty v)`.
  public static String writePretty(Object value) {
    return raising("write-pretty", () -> EdnWriter.writePretty(value));
  }

  /// `(read s)`.
  public static Object read(String text, Context context) {
    return raising("read", () -> new EdnReader(context.shapes()).read(text, context.wanted()));
  }

  /// `(read-foreign s)`.
  public static Object readForeign(String text, Context context) {
    return raising("read-foreign", () -> new EdnReader(context.shapes()).readForeign(text));
  }

  /// `(validate s :T)`.
  public static Object validate(String text, Context context) {
    return new EdnReader(context.shapes())
        .validate(text, context.wanted())
        .map(fault ->
            Made.variant(VALIDATION, "Invalid", fault.path(), fault.expected(), fault.got()))
        .orElseGet(() -> Made.variant(VALIDATION, "Valid"));
  }

  /// `(write-json v)`.
  public static String writeJson(Object value) {
    return raising("write-json", () -> Json.write(value));
  }

  /// `(read-json s)`.
  public static Object readJson(String text, Context context) {
    return raising("read-json", () -> Json.read(text, context.wanted(), context.shapes()));
  }

  /// `(write-json-natural v)`.
  public static String writeJsonNatural(Object value) {
    return raising("write-json-natural", () -> Json.writeNatural(value));
  }
}
