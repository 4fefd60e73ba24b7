package dev.perdure.wat.identity;

import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import dev.perdure.wat.type.TypeTable;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Writes types: aliases replaced by what they stand for, type parameters and types that nothing
/// fixed numbered by their first use, latent effects left out.
final class TypeWriter {
  private final NormalForm out;
  private final TypeTable types;
  private final Map<String, Integer> params = new HashMap<>();
  private final IdentityHashMap<Type, Integer> open = new IdentityHashMap<>();

  TypeWriter(NormalForm out, TypeTable types) {
    this.out = out;
    this.types = types;
  }

  void write(Type type) {
    expanded(types.expand(type));
  }

  void writeAll(List<Type> all) {
    out.count(all.size());
    all.forEach(this::write);
  }

  private void expanded(Type type) {
    switch (Type.head(type)) {
      case Type.Named named -> {
        path(named.name());
        expandedAll(named.args());
      }
      case Type.Tuple tuple -> {
        out.tag(Tags.TYPE_TUPLE);
        expandedAll(tuple.items());
      }
      case Type.Fn fn -> {
        out.tag(Tags.TYPE_FN);
        expandedAll(fn.params());
        expanded(fn.result());
      }
      case Type.Param param ->
          out.tag(Tags.TYPE_PARAM).count(params.computeIfAbsent(param.name(), _ -> params.size()));
      case Type.Var variable ->
          out.tag(Tags.TYPE_OPEN).count(open.computeIfAbsent(variable, _ -> open.size()));
    }
  }

  private void expandedAll(List<Type> all) {
    out.count(all.size());
    all.forEach(this::expanded);
  }

  /// Whether the program declares a type of this path.
  boolean isDeclared(String path) {
    return types.isDeclared(path);
  }

  /// What a path stands for, without arguments.
  void path(String path) {
    if (types.isDeclared(path)) {
      out.tag(Tags.TYPE_DECLARED).hash(Node.type(path));
    } else if (types.isKnown(path)) {
      out.tag(Tags.TYPE_BUILT_IN).text(path).count(BuiltIns.VERSION);
    } else {
      out.tag(Tags.TYPE_OPAQUE).text(path);
    }
  }

  /// A type that values are tested for, and the types whose values pass the test because `derive`
  /// put them below it.
  void tested(Type type) {
    write(type);
    var above = new LinkedHashSet<String>();
    heads(types.expand(type), above);
    var below = new TreeSet<String>();
    above.forEach(path -> below.addAll(types.below(path)));
    out.count(below.size());
    below.forEach(this::path);
  }

  /// The paths that the test of a value looks at.
  private void heads(Type type, Set<String> into) {
    switch (Type.head(type)) {
      case Type.Named named -> {
        if (types.find(named.name()) instanceof TypeDecl.Union union) {
          types.members(union).forEach(member -> heads(member, into));
        }
        into.add(named.name());
      }
      case Type.Tuple tuple -> tuple.items().forEach(item -> heads(item, into));
      case Type.Fn _, Type.Param _, Type.Var _ -> {}
    }
  }

  /// A declaration.
  void declaration(TypeDecl decl) {
    switch (decl) {
      case TypeDecl.Aggregate aggregate -> aggregate(aggregate);
      case TypeDecl.Enumeration enumeration -> enumeration(enumeration);
      case TypeDecl.Newtype newtype -> {
        head(Tags.NEWTYPE, decl);
        write(newtype.of());
      }
      case TypeDecl.Alias alias -> {
        head(Tags.ALIAS, decl);
        write(alias.of());
      }
      case TypeDecl.Union union -> {
        head(Tags.UNION, decl);
        writeAll(union.members());
      }
      case TypeDecl.Surface surface -> surface(surface);
    }
  }

  private void head(int tag, TypeDecl decl) {
    out.tag(tag).text(decl.name()).count(decl.params().size());
    decl.params().forEach(param -> params.put(param, params.size()));
  }

  private void aggregate(TypeDecl.Aggregate type) {
    head(Tags.AGGREGATE, type);
    out.flag(type.isRecord());
    fields(type.fields());
    var access = new AccessWriter(out);
    access.paths(type.metadata().get("restricted-to"));
    access.fields(type.metadata().get("field-metadata"));
  }

  private void enumeration(TypeDecl.Enumeration type) {
    head(Tags.ENUMERATION, type);
    out.flag(type.isPure()).count(type.variants().size());
    for (var variant : type.variants()) {
      out.text(variant.name()).flag(variant.isUnit());
      fields(variant.fields());
    }
  }

  private void surface(TypeDecl.Surface type) {
    head(Tags.SURFACE, type);
    write(type.nature());
    out.count(type.features().size());
    for (var feature : type.features()) {
      switch (feature) {
        case TypeDecl.Feature.Method method -> {
          out.tag(Tags.FEATURE_METHOD).text(method.name());
          writeAll(method.params().stream().map(TypeDecl.Field::type).toList());
          write(method.result());
        }
        case TypeDecl.Feature.Has has -> {
          out.tag(Tags.FEATURE_FIELD).text(has.name());
          write(has.type());
        }
      }
    }
  }

  private void fields(List<TypeDecl.Field> fields) {
    out.count(fields.size());
    for (var field : fields) {
      out.text(field.name());
      write(field.type());
    }
  }
}
