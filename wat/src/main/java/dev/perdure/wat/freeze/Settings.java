package dev.perdure.wat.freeze;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Forms;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a program sets before all else (W5.1).
///
/// @param mayRedefine whether a later definition takes the place of an earlier one of its type
/// @param frameBytesMax how long a frame of a stream may be (W10)
public record Settings(boolean mayRedefine, long frameBytesMax) {
  private static final String PREFIX = "wat::config::";

  /// Those of a program that sets nothing.
  public static final Settings DEFAULT = new Settings(false, 524_288);

  /// A program's settings, and its other forms.
  record Read(Settings settings, List<Ast> forms) {}

  /// Reads the setters at the beginning of an entry file; they may stand in a `do` or a `let`
  /// there.
  ///
  /// @param errors takes what is wrong
  static Read read(List<Ast> forms, List<Diagnostic> errors) {
    var reading = new Reading(errors);
    var others = reading.others(forms);
    return new Read(reading.settings, others);
  }

  private static final class Reading {
    private final List<Diagnostic> errors;
    private final Set<String> set = new HashSet<>();
    private Settings settings = DEFAULT;

    /// Whether another form was seen.
    private boolean isPast;

    Reading(List<Diagnostic> errors) {
      this.errors = errors;
    }

    /// The forms without the setters.
    List<Ast> others(List<Ast> forms) {
      var others = new ArrayList<Ast>();
      for (var form : forms) {
        if (isSetter(form)) {
          take(form);
        } else if (Splicing.body(form).stream().anyMatch(Reading::sets)) {
          var left = others(Splicing.body(form));
          if (!left.isEmpty()) {
            others.add(Splicing.with(form, left));
          }
        } else {
          isPast = true;
          others.add(form);
        }
      }
      return others;
    }

    private static boolean sets(Ast form) {
      return isSetter(form) || Splicing.body(form).stream().anyMatch(Reading::sets);
    }

    private void take(Ast form) {
      try {
        if (isPast) {
          throw after(form);
        }
        settings = settings.with(form, set);
      } catch (Refused refused) {
        errors.add(refused.diagnostic());
      }
    }
  }

  /// Whether a form sets something, or tries to.
  static boolean isSetter(Ast form) {
    var head = head(form);
    return head.startsWith(PREFIX);
  }

  /// The path at the head of a list, or of the form itself; empty if it is none.
  static String head(Ast form) {
    var items = form.list();
    var head = items == null ? form : items.isEmpty() ? form : items.getFirst();
    var path = head.keyword();
    return path == null ? "" : path;
  }

  private static Refused after(Ast form) {
    var head = ":" + head(form);
    return Diagnostic.of(
            Kind.CONFIG_SETTER_AFTER_NON_SETTER,
            form.span(),
            head + " stands behind another form; setters come first",
            head)
        .refused();
  }

  private Settings with(Ast form, Set<String> set) {
    var items = form.list();
    if (items == null) {
      throw Diagnostic.of(
              Kind.CONFIG_MALFORMED_SETTER, form.span(), "a setter is written (:head value)")
          .refused();
    }
    var path = head(form);
    var field =
        switch (path) {
          case "wat::config::set-redef!" -> "redef";
          case "wat::config::set-frame-bytes-max!" -> "frame-bytes-max";
          default ->
              throw Diagnostic.of(
                      Kind.CONFIG_UNKNOWN_SETTER,
                      items.getFirst().span(),
                      "nothing is set by :" + path,
                      ":" + path)
                  .refused();
        };
    if (items.size() != 2) {
      throw Diagnostic.of(
              Kind.CONFIG_BAD_ARITY,
              form.span(),
              ":" + path + " takes 1 value and got " + (items.size() - 1),
              ":" + path,
              1L,
              items.size() - 1L)
          .refused();
    }
    if (!set.add(field)) {
      throw Diagnostic.of(Kind.CONFIG_DUPLICATE_FIELD, form.span(), field + " is set twice", field)
          .refused();
    }
    return with(field, items.get(1));
  }

  private Settings with(String field, Ast value) {
    if (field.equals("redef")) {
      if (value.form() instanceof Form.Bool(boolean may)) {
        return new Settings(may, frameBytesMax);
      }
      throw type(field, "bool", value);
    }
    if (!(value.form() instanceof Form.Int(long bytes))) {
      throw type(field, "i64", value);
    }
    if (bytes < 1) {
      throw value(field, "it is at least 1", value.span());
    }
    return new Settings(mayRedefine, bytes);
  }

  private static Refused type(String field, String expected, Ast value) {
    var got = Forms.kind(value.form());
    return Diagnostic.of(
            Kind.CONFIG_BAD_TYPE,
            value.span(),
            field + " takes a " + expected + " and got the form of kind " + got,
            field,
            expected,
            got)
        .refused();
  }

  private static Refused value(String field, String reason, Span span) {
    return Diagnostic.of(Kind.CONFIG_BAD_VALUE, span, field + ": " + reason, field, reason)
        .refused();
  }
}
