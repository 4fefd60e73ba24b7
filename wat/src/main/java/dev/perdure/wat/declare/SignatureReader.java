package dev.perdure.wat.declare;

import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads `[a <- :A & rest <- :wat::core::Vector<B>] -> :R` (W6.2).
public final class SignatureReader {
  private final String head;
  private final Types types;
  private final Collection<String> declared;
  private final List<Parameter> params = new ArrayList<>();
  private final Set<Form.Symbol> names = new HashSet<>();
  private @Nullable Parameter rest;
  private List<Parameter> keywords = List.of();

  private SignatureReader(String head, Types types, Collection<String> declared) {
    this.head = head;
    this.types = types;
    this.declared = declared;
  }

  /// @param head of the form, for what is wrong with it
  /// @param declared the type parameters that are declared beside the name
  /// @param vector the parameters
  /// @param arrow what should be `->`
  /// @param result what should be the keyword of the result's type
  static Signature read(
      String head,
      Types types,
      Collection<String> declared,
      Ast vector,
      @Nullable Ast arrow,
      @Nullable Ast result) {
    return new SignatureReader(head, types, declared).read(vector, arrow, result, true);
  }

  /// The same for `fn`, which takes no rest and no keywords.
  public static Signature ofClosure(
      Types types,
      Collection<String> declared,
      Ast vector,
      @Nullable Ast arrow,
      @Nullable Ast result) {
    return new SignatureReader("wat::core::fn", types, declared).read(vector, arrow, result, false);
  }

  private Signature read(
      Ast vector, @Nullable Ast arrow, @Nullable Ast result, boolean mayHaveMore) {
    if (!(vector.form() instanceof Form.Vector(List<Ast> items))) {
      throw Fault.form(head, "the parameters stand in a vector [name <- :Type …]", vector.span());
    }
    if (arrow == null || !arrow.isSymbol("->")) {
      var span = arrow == null ? vector.span() : arrow.span();
      throw Fault.form(head, "behind the parameters stands -> and the type of the result", span);
    }
    if (result == null || result.keyword() == null) {
      var span = result == null ? arrow.span() : result.span();
      throw Fault.form(head, "behind -> stands the type of the result", span);
    }
    params(items, mayHaveMore);
    var resultType = types.read(result, declared);
    return new Signature(typeParams(resultType), params, rest, keywords, resultType);
  }

  private List<String> typeParams(Type result) {
    var all = new LinkedHashSet<>(declared);
    params.forEach(param -> all.addAll(Types.params(param.type())));
    if (rest != null) {
      all.addAll(Types.params(rest.type()));
    }
    keywords.forEach(param -> all.addAll(Types.params(param.type())));
    all.addAll(Types.params(result));
    return List.copyOf(all);
  }

  private void params(List<Ast> items, boolean mayHaveMore) {
    int at = 0;
    while (at < items.size()) {
      if (!items.get(at).isSymbol("&")) {
        params.add(triple(items, at));
        at += 3;
        continue;
      }
      if (!mayHaveMore) {
        throw Fault.form(head, "fn takes no & parameter", items.get(at).span());
      }
      more(items, at);
      return;
    }
  }

  private void more(List<Ast> items, int ampersand) {
    if (ampersand + 1 == items.size()) {
      throw Fault.form(head, "behind & stands a parameter", items.get(ampersand).span());
    }
    var first = items.get(ampersand + 1);
    boolean isSection = first.form() instanceof Form.Vector;
    int end = ampersand + (isSection ? 2 : 4);
    if (!isSection) {
      rest = triple(items, ampersand + 1);
      if (!Type.is(rest.type(), Basic.VECTOR)) {
        throw Fault.form(
            head, "the type of a rest parameter is :wat::core::Vector<T>", rest.span());
      }
    }
    if (end < items.size()) {
      throw Fault.form(head, "nothing stands behind the & parameter", items.get(end).span());
    }
    if (first.form() instanceof Form.Vector(List<Ast> section)) {
      section(section, first);
    }
  }

  private void section(List<Ast> section, Ast vector) {
    var passed = new ArrayList<Parameter>();
    for (int at = 0; at < section.size(); at += 3) {
      passed.add(triple(section, at));
    }
    if (passed.isEmpty()) {
      throw Fault.form(head, "the section of keywords is empty", vector.span());
    }
    keywords = passed;
  }

  private Parameter triple(List<Ast> items, int at) {
    var name = items.get(at);
    if (!(name.form() instanceof Form.Symbol symbol)
        || symbol.name().equals("<-")
        || symbol.name().equals("&")) {
      throw Fault.form(head, "the name of a parameter is a symbol", name.span());
    }
    if (at + 1 >= items.size() || !items.get(at + 1).isSymbol("<-")) {
      throw Fault.form(head, "behind the parameter " + symbol.name() + " stands <-", name.span());
    }
    if (at + 2 >= items.size() || items.get(at + 2).keyword() == null) {
      throw Fault.form(
          head, "the type of the parameter " + symbol.name() + " is a keyword", name.span());
    }
    if (!symbol.name().equals("_") && !names.add(symbol)) {
      throw Fault.form(head, "the parameter " + symbol.name() + " stands there twice", name.span());
    }
    return new Parameter(symbol, types.read(items.get(at + 2), declared), name.span());
  }
}
