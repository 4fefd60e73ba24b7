package dev.perdure.wat.declare;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the declarations of types (W3.3).
final class TypeDeclReader {
  private final Types types;
  private final boolean isLibrary;

  TypeDeclReader(Types types, boolean isLibrary) {
    this.types = types;
    this.isLibrary = isLibrary;
  }

  private Name name(String head, Ast form) {
    var items = form.items();
    return Name.read(items.size() < 2 ? null : items.get(1), form, head, true, isLibrary);
  }

  /// What stands behind the name, and the metadata before it.
  private record Rest(Metadata metadata, List<Ast> items) {}

  private static Rest rest(String head, Ast form, int from) {
    var items = form.items();
    if (items.size() > from && items.get(from).form() instanceof Form.Braces) {
      var metadata = Metadata.of(items.get(from));
      if (metadata == null) {
        throw Fault.decl(
            head, "metadata is a map of keywords that is not empty", items.get(from).span());
      }
      var fault = metadata.fault();
      if (fault != null) {
        throw Fault.decl(head, fault, items.get(from).span());
      }
      return new Rest(metadata, items.subList(from + 1, items.size()));
    }
    return new Rest(Metadata.NONE, items.subList(Math.min(from, items.size()), items.size()));
  }

  /// `(defrecord :name {meta}? [fields])`, `(defstruct …)`.
  TypeDecl.Aggregate aggregate(String head, Ast form, boolean isRecord) {
    var name = name(head, form);
    var rest = rest(head, form, 2);
    if (rest.items().size() != 1
        || !(rest.items().getFirst().form() instanceof Form.Vector(List<Ast> triples))) {
      throw Fault.decl(head, "behind the name stand the fields: [name <- :Type …]", form.span());
    }
    var fields = fields(triples, name.params());
    unconsumed(name, fields);
    guarded(head, rest.metadata(), fields);
    return new TypeDecl.Aggregate(
        name.path(), name.params(), isRecord, fields, rest.metadata().entries(), name.span());
  }

  /// Metadata of a field is that of a field there is.
  private static void guarded(String head, Metadata metadata, List<TypeDecl.Field> fields) {
    var each = metadata.get("field-metadata");
    if (each != null && each.form() instanceof Form.Braces(List<Ast> items)) {
      for (int at = 0; at < items.size(); at += 2) {
        var key = items.get(at);
        if (fields.stream().noneMatch(field -> key.isKeyword(field.name()))) {
          throw Fault.decl(
              head,
              ":field-metadata names " + Printer.shown(key) + ", which is no field",
              key.span());
        }
      }
    }
  }

  private List<TypeDecl.Field> fields(List<Ast> triples, List<String> params) {
    var fields = new ArrayList<TypeDecl.Field>();
    var names = new HashSet<String>();
    for (int at = 0; at < triples.size(); at += 3) {
      var field = field(triples, at, params);
      if (!names.add(field.name())) {
        throw Fault.field("the field " + field.name() + " stands there twice", field.span());
      }
      fields.add(field);
    }
    return fields;
  }

  private TypeDecl.Field field(List<Ast> triples, int at, List<String> params) {
    var name = triples.get(at);
    if (name.symbol() == null) {
      throw Fault.field("the name of a field is a symbol", name.span());
    }
    if (at + 2 >= triples.size()
        || !triples.get(at + 1).isSymbol("<-")
        || triples.get(at + 2).keyword() == null) {
      throw Fault.field("a field is written " + name.symbol() + " <- :Type", name.span());
    }
    return new TypeDecl.Field(name.symbol(), type(triples.get(at + 2), params), name.span());
  }

  /// A type of which the values of a declared type are made: its parameters are declared beside the
  /// name, as nothing else says what they stand for.
  private Type type(Ast keyword, List<String> params) {
    var type = types.read(keyword, params);
    for (var param : Types.params(type)) {
      if (!params.contains(param)) {
        throw Fault.undeclared(keyword, param);
      }
    }
    return type;
  }

  private static void unconsumed(Name name, List<TypeDecl.Field> fields) {
    var used = new HashSet<String>();
    fields.forEach(field -> used.addAll(Types.params(field.type())));
    unconsumed(name, used);
  }

  private static void unconsumed(Name name, Set<String> used) {
    for (var param : name.params()) {
      if (!used.contains(param)) {
        throw Diagnostic.of(
                Kind.TYPE_UNCONSUMED_TYPE_PARAM,
                name.span(),
                "the parameter " + param + " of :" + name.path() + " is not used",
                ":" + name.path(),
                param)
            .refused();
      }
    }
  }

  /// `(defenum :name :wat::enum::Pure {meta}? :Unit :Tagged [fields] …)`.
  TypeDecl.Enumeration enumeration(Ast form) {
    var head = "wat::core::defenum";
    var name = name(head, form);
    var items = form.items();
    if (items.size() <= 2 || !isNature(items.get(2))) {
      var span = items.size() <= 2 ? form.span() : items.get(2).span();
      throw Fault.decl(head, "behind the name stands :wat::enum::Pure or :wat::enum::Impure", span);
    }
    var rest = rest(head, form, 3);
    var read = variants(name, rest.items());
    if (read.isEmpty()) {
      throw Fault.decl(head, "an enum has at least one variant", form.span());
    }
    var used = new HashSet<String>();
    read.forEach(v -> v.fields().forEach(field -> used.addAll(Types.params(field.type()))));
    unconsumed(name, used);
    return new TypeDecl.Enumeration(
        name.path(),
        name.params(),
        items.get(2).isKeyword("wat::enum::Pure"),
        read,
        rest.metadata().entries(),
        name.span());
  }

  private static boolean isNature(Ast ast) {
    return ast.isKeyword("wat::enum::Pure") || ast.isKeyword("wat::enum::Impure");
  }

  private List<TypeDecl.Variant> variants(Name name, List<Ast> items) {
    var variants = new ArrayList<TypeDecl.Variant>();
    var names = new HashSet<String>();
    for (int at = 0; at < items.size(); at++) {
      var item = items.get(at);
      var variant = item.keyword();
      if (variant == null || variant.contains("::")) {
        throw Fault.variant(
            name.path(),
            Printer.shown(item),
            "a variant is a keyword without namespace, perhaps with a vector of fields behind it",
            item.span());
      }
      if (!names.add(variant)) {
        throw Fault.variant(
            name.path(), ":" + variant, ":" + variant + " stands there twice", item.span());
      }
      boolean isTagged = at + 1 < items.size() && items.get(at + 1).form() instanceof Form.Vector;
      var fields =
          isTagged && items.get(at + 1).form() instanceof Form.Vector(List<Ast> triples)
              ? fields(triples, name.params())
              : List.<TypeDecl.Field>of();
      variants.add(new TypeDecl.Variant(variant, !isTagged, fields, item.span()));
      at += isTagged ? 1 : 0;
    }
    return variants;
  }

  /// `(newtype :name :of)`.
  TypeDecl.Newtype newtype(Ast form) {
    var head = "wat::core::newtype";
    var name = name(head, form);
    var rest = rest(head, form, 2);
    var of = single(head, form, rest.items(), name);
    unconsumed(name, Types.params(of));
    return new TypeDecl.Newtype(
        name.path(), name.params(), of, rest.metadata().entries(), name.span());
  }

  /// `(typealias :name :of)`.
  TypeDecl.Alias alias(Ast form) {
    var head = "wat::core::typealias";
    var name = name(head, form);
    return new TypeDecl.Alias(
        name.path(),
        name.params(),
        single(head, form, rest(head, form, 2).items(), name),
        name.span());
  }

  private Type single(String head, Ast form, List<Ast> items, Name name) {
    if (items.size() != 1 || items.getFirst().keyword() == null) {
      throw Fault.decl(head, "behind the name stands one type", form.span());
    }
    return type(items.getFirst(), name.params());
  }

  /// `(typeunion :name [:A :B])`.
  TypeDecl.Union union(Ast form) {
    var head = "wat::core::typeunion";
    var name = name(head, form);
    var items = rest(head, form, 2).items();
    if (items.size() != 1 || !(items.getFirst().form() instanceof Form.Vector(List<Ast> members))) {
      throw Fault.decl(head, "behind the name stands a vector of types", form.span());
    }
    if (members.isEmpty()) {
      throw Diagnostic.of(
              Kind.TYPE_EMPTY_UNION,
              items.getFirst().span(),
              "the union :" + name.path() + " has no member",
              ":" + name.path())
          .refused();
    }
    var read = new ArrayList<Type>();
    for (var member : members) {
      if (member.keyword() == null) {
        throw member(
            name, member, "a member of a union is a type, and %s is none", Printer.shown(member));
      }
      read.add(member(name, member));
    }
    if (new HashSet<>(read).size() == 1) {
      throw Diagnostic.of(
              Kind.TYPE_SINGLE_MEMBER_UNION,
              items.getFirst().span(),
              "the union :" + name.path() + " has a single member; use it, or a typealias",
              ":" + name.path())
          .refused();
    }
    return new TypeDecl.Union(name.path(), name.params(), read, name.span());
  }

  private Type member(Name name, Ast member) {
    var type = types.read(member, name.params());
    if (type instanceof Type.Param
        || Type.is(type, Basic.NEVER.name())
        || Type.is(type, Basic.VALUE.name())) {
      throw member(
          name,
          member,
          "%s is no member of a union: it stands for all values, or for none",
          type.toString());
    }
    return type;
  }

  private static RuntimeException member(Name name, Ast member, String sentence, String text) {
    return Diagnostic.of(
            Kind.TYPE_INVALID_UNION_MEMBER,
            member.span(),
            sentence.formatted(text),
            ":" + name.path(),
            text)
        .refused();
  }

  /// `(defsurface :name :nature :wat::core::Struct :features [(method [self <- :T] -> :R) …])`.
  TypeDecl.Surface surface(Ast form) {
    var head = "wat::core::defsurface";
    var name = name(head, form);
    var items = rest(head, form, 2).items();
    Type nature = null;
    List<TypeDecl.Feature> features = null;
    for (int at = 0; at < items.size(); at += 2) {
      var value = at + 1 < items.size() ? items.get(at + 1) : items.get(at);
      if (items.get(at).isKeyword("nature") && value.keyword() != null) {
        nature = nature(value);
      } else if (items.get(at).isKeyword("features")
          && value.form() instanceof Form.Vector(List<Ast> listed)) {
        features = features(listed, name);
      } else {
        throw Fault.decl(head, "it has :nature :Type and :features […]", items.get(at).span());
      }
    }
    if (nature == null || features == null) {
      throw Fault.decl(head, "it has :nature :Type and :features […]", form.span());
    }
    return new TypeDecl.Surface(name.path(), name.params(), nature, features, name.span());
  }

  private Type nature(Ast value) {
    var nature = types.read(value, List.of());
    if (!Type.is(nature, Basic.STRUCT.name())
        && !Type.is(nature, Basic.RECORD.name())
        && !Type.is(nature, Basic.VALUE.name())) {
      throw Fault.decl(
          "wat::core::defsurface",
          "its nature is :wat::core::Struct, :wat::core::Record or :wat::core::Value",
          value.span());
    }
    return nature;
  }

  private List<TypeDecl.Feature> features(List<Ast> listed, Name name) {
    var features = new ArrayList<TypeDecl.Feature>();
    for (int at = 0; at < listed.size(); at++) {
      if (listed.get(at).list() != null) {
        features.add(method(listed.get(at), name));
      } else {
        var field = field(listed, at, name.params());
        features.add(new TypeDecl.Feature.Has(field.name(), field.type(), field.span()));
        at += 2;
      }
    }
    return features;
  }

  private TypeDecl.Feature method(Ast form, Name name) {
    var items = form.items();
    if (items.size() != 4 || items.getFirst().symbol() == null) {
      throw Fault.decl(
          "wat::core::defsurface", "a method is written (name [self <- :T] -> :R)", form.span());
    }
    var signature =
        SignatureReader.read(
            "wat::core::defsurface",
            types,
            name.params(),
            items.get(1),
            items.get(2),
            items.get(3));
    if (signature.params().isEmpty() || signature.rest() != null) {
      throw Fault.decl(
          "wat::core::defsurface", "the first parameter of a method is its receiver", form.span());
    }
    var params =
        signature.params().stream()
            .map(p -> new TypeDecl.Field(p.symbol().name(), p.type(), p.span()))
            .toList();
    return new TypeDecl.Feature.Method(
        items.getFirst().symbol(), params, signature.result(), items.getFirst().span());
  }

  /// The struct of what is passed to a function by name (W6.2).
  static TypeDecl.Aggregate keywords(String function, Signature signature, Span span) {
    var fields = new ArrayList<TypeDecl.Field>();
    for (var param : signature.keywords()) {
      fields.add(new TypeDecl.Field(Kebab.of(param.symbol().name()), param.type(), param.span()));
    }
    var used = new LinkedHashSet<String>();
    fields.forEach(field -> used.addAll(Types.params(field.type())));
    return new TypeDecl.Aggregate(
        function + "::Kwargs", List.copyOf(used), false, fields, Map.of(), span);
  }
}
