package dev.perdure.node;

import dev.perdure.java.FrozenFunction;
import dev.perdure.java.FunctionTypes;
import dev.perdure.java.TypeRef;
import dev.perdure.java.TypeShape;
import dev.perdure.wat.border.CamelCase;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.task.WatUniverse;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The types of a program in wat as those of Java that have the same form on the border (W14.1): so
/// versions of both front ends are compared with each other.
final class WatTypes {
  private static final Map<String, String> CLASSES =
      Map.ofEntries(
          Map.entry("wat::core::i64", "java.lang.Long"),
          Map.entry("wat::core::u8", "java.lang.Integer"),
          Map.entry("wat::core::f64", "java.lang.Double"),
          Map.entry("wat::core::bool", "java.lang.Boolean"),
          Map.entry("wat::core::char", "java.lang.Character"),
          Map.entry("wat::core::String", "java.lang.String"),
          Map.entry("wat::core::keyword", "dev.perdure.api.Keyword"),
          Map.entry("wat::core::bigint", "java.math.BigInteger"),
          Map.entry("wat::core::rational", "java.math.BigDecimal"),
          Map.entry("wat::core::Uuid", "java.util.UUID"),
          Map.entry("wat::time::Instant", "java.time.Instant"),
          Map.entry("wat::time::Duration", "java.time.Duration"),
          Map.entry("wat::core::Vector", "java.util.List"),
          Map.entry("wat::core::List", "java.util.List"),
          Map.entry("wat::core::PersistentVector", "java.util.List"),
          Map.entry("wat::core::HashSet", "java.util.Set"),
          Map.entry("wat::core::HashMap", "java.util.Map"),
          Map.entry("wat::core::PersistentMap", "java.util.Map"),
          Map.entry("wat::core::Option", "java.util.Optional"),
          Map.entry("wat::core::Result", "dev.perdure.api.Result"));

  private final Checked program;

  WatTypes(Checked program) {
    this.program = program;
  }

  /// What a function takes and returns.
  FunctionTypes of(String path) {
    var scheme = Objects.requireNonNull(program.schemes().get(path));
    var shapes = new Shapes();
    var params = scheme.params().stream().map(shapes::ref).toList();
    var result = shapes.ref(scheme.result());
    return new FunctionTypes(new FrozenFunction.Signature(params, result), shapes.made);
  }

  /// What a program declares that other versions serve.
  List<Declared> externs(WatUniverse universe) {
    return universe.externs().stream()
        .map(extern ->
            new Declared(
                ":" + extern.path(),
                extern.function(),
                of(extern.path()),
                extern.effects(),
                extern.place()))
        .toList();
  }

  /// Makes the shapes of the types that a signature names.
  private final class Shapes {
    private final SortedMap<String, TypeShape> made = new TreeMap<>();
    private final Set<String> begun = new HashSet<>();

    private TypeRef ref(Type written) {
      return switch (program.types().expand(written)) {
        case Type.Named(String name, var args, _) -> named(name, args);
        case Type.Tuple(var items) -> new TypeRef.Named("wat.Tuple", refs(items));
        case Type.Param(String name) -> new TypeRef.Variable(name);
        case Type.Fn _, Type.Var _ -> new TypeRef.Unknown();
      };
    }

    private List<TypeRef> refs(List<Type> types) {
      return types.stream().map(this::ref).toList();
    }

    private TypeRef named(String name, List<Type> args) {
      if (name.equals("wat::core::nil") || name.equals("wat::core::never")) {
        return new TypeRef.Primitive("void");
      }
      if (name.equals("wat::core::Vector") && Type.is(args.getFirst(), "wat::core::u8")) {
        return new TypeRef.ArrayOf(new TypeRef.Primitive("byte"));
      }
      var known = CLASSES.get(name);
      if (known != null) {
        return new TypeRef.Named(known, refs(args));
      }
      var declared = program.types().find(name);
      if (declared != null && begun.add(name)) {
        shape(declared);
      }
      return new TypeRef.Named(CamelCase.className(name), refs(args));
    }

    private void shape(TypeDecl declared) {
      var className = CamelCase.className(declared.name());
      switch (declared) {
        case TypeDecl.Aggregate record ->
            made.put(
                className,
                record(className, former(record.metadata()), record.params(), record.fields()));
        case TypeDecl.Newtype newtype ->
            made.put(
                className,
                new TypeShape.RecordShape(
                    className,
                    former(newtype.metadata()),
                    newtype.params(),
                    List.of(new TypeShape.Component("value", List.of(), ref(newtype.of()))),
                    List.of()));
        case TypeDecl.Enumeration enumeration -> enumeration(className, enumeration);
        // written as EDN, which its name stands for
        case TypeDecl.Union _, TypeDecl.Surface _, TypeDecl.Alias _ -> {}
      }
    }

    private TypeShape record(
        String className, List<String> former, List<String> params, List<TypeDecl.Field> fields) {
      var components =
          fields.stream()
              .map(field ->
                  new TypeShape.Component(CamelCase.of(field.name()), List.of(), ref(field.type())))
              .toList();
      return new TypeShape.RecordShape(className, former, params, components, List.of());
    }

    private void enumeration(String className, TypeDecl.Enumeration enumeration) {
      var former = former(enumeration.metadata());
      if (enumeration.variants().stream().allMatch(TypeDecl.Variant::isUnit)) {
        var constants =
            enumeration.variants().stream()
                .map(variant -> new TypeShape.Constant(variant.name(), List.of()))
                .toList();
        made.put(className, new TypeShape.EnumShape(className, former, constants, List.of()));
        return;
      }
      var names =
          enumeration.variants().stream().map(variant -> className + "$" + variant.name()).toList();
      made.put(
          className,
          new TypeShape.SealedShape(className, former, enumeration.params(), names, List.of()));
      for (var variant : enumeration.variants()) {
        var name = className + "$" + variant.name();
        made.put(name, record(name, List.of(), enumeration.params(), variant.fields()));
      }
    }

    /// An earlier name of the type: of Java's names the last part counts.
    private static List<String> former(Map<String, Ast> metadata) {
      @Nullable Ast was = metadata.get("was");
      var path = was == null ? null : was.keyword();
      return path == null ? List.of() : List.of(path.substring(path.lastIndexOf(':') + 1));
    }
  }
}
