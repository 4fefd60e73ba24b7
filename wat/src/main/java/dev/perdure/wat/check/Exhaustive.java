package dev.perdure.wat.check;

import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether patterns cover a type: L. Maranget, "Warnings for pattern matching", JFP 2007. Literals
/// never cover a type, not even those of bool (W7.2).
final class Exhaustive {
  private static final String TUPLE = "";

  private final Checking cx;

  Exhaustive(Checking cx) {
    this.cx = cx;
  }

  /// A value that no pattern lets through, as it would be written; null if there is none.
  @Nullable String gap(List<Pattern> patterns, Type type) {
    var gap = gap(patterns.stream().map(List::of).toList(), List.of(type));
    return gap == null ? null : gap.getFirst();
  }

  /// A constructor of a type.
  private record Constructor(String name, String shown, List<Type> parts) {}

  private @Nullable List<String> gap(List<List<Pattern>> rows, List<Type> types) {
    if (types.isEmpty()) {
      return rows.isEmpty() ? List.of() : null;
    }
    var constructors = constructors(types.getFirst());
    if (constructors == null
        || rows.stream().noneMatch(row -> row.getFirst() instanceof Pattern.Of)) {
      return whole(rows, types, constructors);
    }
    for (var constructor : constructors) {
      if (constructor.parts().stream().anyMatch(part -> Type.is(part, Basic.NEVER.name()))) {
        continue;
      }
      var gap = below(rows, types, constructor);
      if (gap != null) {
        return gap;
      }
    }
    return null;
  }

  /// The gap where nothing looks into the first column.
  private @Nullable List<String> whole(
      List<List<Pattern>> rows, List<Type> types, @Nullable List<Constructor> constructors) {
    var rest =
        rows.stream()
            .filter(row -> row.getFirst() instanceof Pattern.Any)
            .map(row -> row.subList(1, row.size()))
            .toList();
    var gap = gap(rest, types.subList(1, types.size()));
    if (gap == null) {
      return null;
    }
    var shown = constructors == null || !rest.isEmpty() ? "_" : constructors.getFirst().shown();
    return prepended(shown, gap);
  }

  private @Nullable List<String> below(
      List<List<Pattern>> rows, List<Type> types, Constructor constructor) {
    int parts = constructor.parts().size();
    var inner = new ArrayList<List<Pattern>>();
    for (var row : rows) {
      var opened = opened(row.getFirst(), constructor);
      if (opened != null) {
        var joined = new ArrayList<>(opened);
        joined.addAll(row.subList(1, row.size()));
        inner.add(joined);
      }
    }
    var innerTypes = new ArrayList<>(constructor.parts());
    innerTypes.addAll(types.subList(1, types.size()));
    var gap = gap(inner, innerTypes);
    if (gap == null) {
      return null;
    }
    return prepended(shown(constructor, gap.subList(0, parts)), gap.subList(parts, gap.size()));
  }

  private static @Nullable List<Pattern> opened(Pattern pattern, Constructor constructor) {
    return switch (pattern) {
      case Pattern.Any any -> Collections.nCopies(constructor.parts().size(), any);
      case Pattern.Of(String name, List<Pattern> parts) ->
          name.equals(constructor.name()) && parts.size() == constructor.parts().size()
              ? parts
              : null;
      case Pattern.Literal _ -> null;
    };
  }

  private static String shown(Constructor constructor, List<String> parts) {
    if (constructor.name().equals(TUPLE)) {
      return "(" + String.join(" ", parts) + ")";
    }
    return parts.isEmpty()
        ? constructor.shown()
        : "(" + constructor.shown() + " " + String.join(" ", parts) + ")";
  }

  private static List<String> prepended(String first, List<String> rest) {
    var all = new ArrayList<String>();
    all.add(first);
    all.addAll(rest);
    return all;
  }

  /// The constructors of a type; null if its values are not told apart by constructors.
  private @Nullable List<Constructor> constructors(Type type) {
    return switch (Type.head(type)) {
      case Type.Tuple(List<Type> items) -> List.of(new Constructor(TUPLE, "", items));
      case Type.Named named -> constructors(named.name(), named.args());
      case Type.Fn _, Type.Param _, Type.Var _ -> null;
    };
  }

  private @Nullable List<Constructor> constructors(String name, List<Type> args) {
    return switch (name) {
      case Basic.OPTION ->
          List.of(
              new Constructor("None", "None", List.of()), new Constructor("Some", "Some", args));
      case Basic.RESULT ->
          List.of(
              new Constructor("Ok", "Ok", args.subList(0, 1)),
              new Constructor("Err", "Err", args.subList(1, 2)));
      default -> variants(name, args);
    };
  }

  private @Nullable List<Constructor> variants(String name, List<Type> args) {
    if (!(cx.types().find(name) instanceof TypeDecl.Enumeration enumeration)) {
      return null;
    }
    return enumeration.variants().stream()
        .map(variant ->
            new Constructor(
                variant.name(),
                ":" + name + "::" + variant.name(),
                variant.fields().stream()
                    .map(field ->
                        cx.payload(enumeration, field, Checking.enumeration(enumeration, args)))
                    .toList()))
        .toList();
  }
}
