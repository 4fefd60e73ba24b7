package dev.perdure.wat.check;

import dev.perdure.value.Span;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Types;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Part;
import dev.perdure.wat.type.Retired;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeParser;
import dev.perdure.wat.type.TypeTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the types that a program declares and writes make sense together (W3.1, W3.3).
final class TypeChecks {
  private static final List<String> CLOSED =
      List.of(
          "wat::core::",
          "wat::kernel::",
          "wat::time::",
          "wat::io::",
          "wat::stream::",
          "wat::edn::",
          "wat::test::",
          "wat::program::",
          "wat::runtime::");

  private final TypeTable table;
  private final Set<String> failed;
  private final List<Diagnostic> errors;
  private final List<Diagnostic> warnings;
  private final List<TypeDecl> cyclic = new ArrayList<>();
  private final Set<Types.Written> seen = new HashSet<>();

  TypeChecks(
      TypeTable table, Set<String> failed, List<Diagnostic> errors, List<Diagnostic> warnings) {
    this.table = table;
    this.failed = failed;
    this.errors = errors;
    this.warnings = warnings;
  }

  /// Puts the program's types in the table, those aside that would have no end.
  void register(Declarations program) {
    var decls = program.typeDecls();
    decls.forEach(table::add);
    var onCycle = Cycles.of(leading(decls));
    for (var decl : decls) {
      if (onCycle.contains(decl.name())) {
        switch (decl) {
          case TypeDecl.Alias alias -> cyclic(Kind.TYPE_CYCLIC_ALIAS, "alias", alias);
          case TypeDecl.Union union -> cyclic(Kind.TYPE_CYCLIC_UNION, "union", union);
          default -> {}
        }
      }
    }
    cyclic.forEach(decl ->
        table.add(
            new TypeDecl.Newtype(decl.name(), decl.params(), Basic.NIL, Map.of(), decl.span())));
  }

  private void cyclic(Kind kind, String what, TypeDecl decl) {
    cyclic.add(decl);
    errors.add(
        Diagnostic.of(
            kind,
            decl.span(),
            "the " + what + " :" + decl.name() + " contains itself",
            ":" + decl.name()));
  }

  /// What each alias and each union names.
  private static Map<String, Set<String>> leading(List<TypeDecl> decls) {
    var leading = new LinkedHashMap<String, Set<String>>();
    for (var decl : decls) {
      switch (decl) {
        case TypeDecl.Alias alias -> leading.put(alias.name(), Types.names(alias.of()));
        case TypeDecl.Union union -> {
          var names = new LinkedHashSet<String>();
          union.members().forEach(member -> names.addAll(Types.names(member)));
          leading.put(union.name(), names);
        }
        default -> {}
      }
    }
    return leading;
  }

  /// Looks at the declarations when all names are known.
  void check(Declarations program) {
    program.types().written().forEach(this::check);
    for (var derivation : program.derivations()) {
      derive(derivation);
    }
    for (var decl : program.typeDecls()) {
      switch (decl) {
        case TypeDecl.Aggregate aggregate when aggregate.isRecord() -> portable(aggregate);
        case TypeDecl.Enumeration enumeration when enumeration.isPure() -> portable(enumeration);
        default -> {}
      }
    }
  }

  private void derive(Declarations.Derivation derivation) {
    if (derivation.child() instanceof Type.Named child
        && derivation.parent() instanceof Type.Named parent
        && !table.derive(child.name(), parent.name())) {
      errors.add(
          Diagnostic.of(
              Kind.TYPE_CYCLIC_SUBTYPE,
              derivation.form().span(),
              ":" + child.name() + " would be below itself",
              ":" + child.name(),
              ":" + parent.name()));
    }
  }

  private void portable(TypeDecl.Aggregate aggregate) {
    for (var field : aggregate.fields()) {
      if (!table.isPortable(table.expand(field.type()))) {
        errors.add(
            Diagnostic.of(
                Kind.TYPE_IMPURE_FIELD_IN_PURE_AGGREGATE,
                field.span(),
                "a record holds portable values only; the field %s of :%s is %s"
                    .formatted(field.name(), aggregate.name(), field.type()),
                ":" + aggregate.name(),
                field.name(),
                field.type().toString()));
      }
    }
  }

  private void portable(TypeDecl.Enumeration enumeration) {
    for (var variant : enumeration.variants()) {
      for (var field : variant.fields()) {
        if (!table.isPortable(table.expand(field.type()))) {
          errors.add(
              Diagnostic.of(
                  Kind.TYPE_IMPURE_VARIANT_FIELD_IN_PURE_ENUM,
                  field.span(),
                  "a pure enum holds portable values only; %s of :%s::%s is %s"
                      .formatted(field.name(), enumeration.name(), variant.name(), field.type()),
                  ":" + enumeration.name(),
                  ":" + variant.name(),
                  field.name(),
                  field.type().toString()));
        }
      }
    }
  }

  /// Looks at a type where it is written: that its names exist and have the arguments they take.
  void check(Types.Written written) {
    if (seen.add(written)) {
      new Names(written).check(written.type());
    }
  }

  /// Goes over the names in a type in the order in which they are written, so that each is found in
  /// the text.
  private final class Names {
    private final Types.Written written;
    private int at;

    Names(Types.Written written) {
      this.written = written;
    }

    void check(Type type) {
      switch (type) {
        case Type.Named(String name, List<Type> args, var _) -> {
          named(name, args.size());
          args.forEach(this::check);
        }
        case Type.Tuple(List<Type> items) -> items.forEach(this::check);
        case Type.Fn(List<Type> params, Type result, _) -> {
          params.forEach(this::check);
          check(result);
        }
        case Type.Param _, Type.Var _ -> {}
      }
    }

    private void named(String name, int args) {
      int from = TypeParser.next(written.raw(), name, at);
      at = from < 0 ? at : from + name.length();
      int arity = table.arity(name);
      if (name.equals(Basic.INFER)) {
        errors.add(infer(part(name, from).span()));
      } else if (arity != args) {
        wrong(name, arity, args, part(name, from));
      }
    }

    private Part part(String name, int from) {
      return from < 0
          ? new Part(written.span(), true)
          : Part.of(written.span(), written.raw(), from, name.length());
    }
  }

  private static Diagnostic infer(Span span) {
    var reason = "it stands for the type that is the whole argument of a form, and nowhere else";
    return Diagnostic.of(
        Kind.TYPE_MALFORMED_TYPE_EXPR,
        span,
        ":" + Basic.INFER + " is no type: " + reason,
        ":" + Basic.INFER,
        reason);
  }

  private void wrong(String name, int arity, int args, Part part) {
    if (arity >= 0) {
      arity(name, arity, args, part.span());
      return;
    }
    var instead = Retired.type(name);
    if (instead != null) {
      errors.add(Retired.spelling(":" + name, List.of(part.written(instead)), part.span()));
    } else if (!failed.contains(name)) {
      unknown(name, part);
    }
  }

  private void arity(String name, int arity, int args, Span span) {
    var sentence =
        ":%s takes %d %s and got %d".formatted(name, arity, arity == 1 ? "type" : "types", args);
    errors.add(
        table.find(name) instanceof TypeDecl.Alias
            ? Diagnostic.of(
                Kind.TYPE_ALIAS_ARITY_MISMATCH,
                span,
                sentence,
                ":" + name,
                (long) arity,
                (long) args)
            : Diagnostic.of(Kind.TYPE_MALFORMED_TYPE_EXPR, span, sentence, ":" + name, sentence));
  }

  private void unknown(String name, Part part) {
    boolean isError = CLOSED.stream().anyMatch(name::startsWith);
    var remedies = Similar.to(name, table.names(), part::written);
    var diagnostic =
        Diagnostic.of(
            isError ? Kind.CHECK_UNKNOWN_TYPE : Kind.WARN_UNKNOWN_TYPE,
            part.span(),
            "there is no type :" + name,
            ":" + name,
            remedies);
    (isError ? errors : warnings).add(diagnostic);
  }
}
