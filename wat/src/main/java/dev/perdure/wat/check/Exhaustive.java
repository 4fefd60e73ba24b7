package dev.perdure.wat.check;

import dev.perdure.wat.type.Basic;
import dev.perdure.wat.type.Type;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether patterns cover a type, and each lets something through that no earlier one does: L.
/// Maranget, "Warnings for pattern matching", JFP 2007. Literals never cover a type, not even those
/// of bool (W7.2).
final class Exhaustive {
  private static final String TUPLE = "";

  private final Checking cx;
  private int looked;

  Exhaustive(Checking cx) {
    this.cx = cx;
  }

  /// Patterns can be made that take longer to look through than there is time.
  private static final class TooMany extends RuntimeException {}

  /// A value that no pattern lets through, as it would be written; null if there is none. Of
  /// patterns that are too many to look through, any value is taken for one, unless a pattern lets
  /// all through.
  @Nullable String gap(List<Pattern> patterns, Type type) {
    try {
      looked = 0;
      var gap = gap(patterns.stream().map(List::of).toList(), List.of(type));
      return gap == null ? null : gap.getFirst();
    } catch (TooMany e) {
      return "_";
    }
  }

  private void lookAt(List<List<Pattern>> rows) {
    looked += rows.size();
    if (looked > Limits.MATCH_ROWS_MAX) {
      throw new TooMany();
    }
  }

  /// A constructor of a type.
  private record Constructor(String name, String shown, List<Type> parts) {}

  private @Nullable List<String> gap(List<List<Pattern>> rows, List<Type> types) {
    lookAt(rows);
    if (types.isEmpty()) {
      return rows.isEmpty() ? List.of() : null;
    }
    // found at once, so that a last arm that takes the rest needs no look at all that it may be
    if (rows.stream().anyMatch(row -> row.stream().allMatch(Exhaustive::isWhole))) {
      return null;
    }
    var constructors = constructors(types.getFirst());
    if (constructors == null
        || rows.stream().noneMatch(row -> row.getFirst() instanceof Pattern.Of)) {
      return whole(rows, types, constructors);
    }
    for (var constructor : constructors) {
      if (isEmpty(constructor)) {
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
            .filter(row -> isWhole(row.getFirst()))
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
    var inner =
        rows.stream().map(row -> openedRow(row, constructor)).filter(Objects::nonNull).toList();
    var gap = gap(inner, openedTypes(types, constructor));
    if (gap == null) {
      return null;
    }
    return prepended(shown(constructor, gap.subList(0, parts)), gap.subList(parts, gap.size()));
  }

  private static List<Type> openedTypes(List<Type> types, Constructor constructor) {
    var opened = new ArrayList<>(constructor.parts());
    opened.addAll(types.subList(1, types.size()));
    return opened;
  }

  /// A row with the parts of its first pattern in that one's place; null if that one is of another
  /// constructor.
  private static @Nullable List<Pattern> openedRow(List<Pattern> row, Constructor constructor) {
    var parts = opened(row.getFirst(), constructor);
    if (parts == null) {
      return null;
    }
    var opened = new ArrayList<>(parts);
    opened.addAll(behind(row));
    return opened;
  }

  private static @Nullable List<Pattern> opened(Pattern pattern, Constructor constructor) {
    return switch (pattern) {
      case Pattern.Any _, Pattern.Fields _ ->
          Collections.nCopies(constructor.parts().size(), new Pattern.Any());
      case Pattern.Of(String name, List<Pattern> parts) ->
          name.equals(constructor.name()) && parts.size() == constructor.parts().size()
              ? parts
              : null;
      case Pattern.Literal _ -> null;
    };
  }

  private static boolean isWhole(Pattern pattern) {
    return pattern instanceof Pattern.Any || pattern instanceof Pattern.Fields;
  }

  private static boolean isAny(List<Pattern> row) {
    return row.stream().allMatch(Pattern.Any.class::isInstance);
  }

  /// The first pattern that lets nothing through which no earlier one does; the number of patterns
  /// if there is none, or none was found before they became too many.
  int unreachable(List<Pattern> patterns, Type type) {
    try {
      looked = 0;
      var rows = new ArrayList<List<Pattern>>();
      for (int i = 0; i < patterns.size(); i++) {
        var row = List.of(patterns.get(i));
        if (!isReached(rows, row, List.of(type))) {
          return i;
        }
        rows.add(row);
      }
      return patterns.size();
    } catch (TooMany e) {
      return patterns.size();
    }
  }

  private boolean isReached(List<List<Pattern>> rows, List<Pattern> row, List<Type> types) {
    lookAt(rows);
    if (types.isEmpty()) {
      return rows.isEmpty();
    }
    if (rows.stream().anyMatch(Exhaustive::isAny)) {
      return false;
    }
    return switch (row.getFirst()) {
      case Pattern.Of _ -> isReachedBelow(rows, row, types);
      case Pattern.Literal literal ->
          isReachedBehind(
              rows.stream()
                  .filter(earlier ->
                      earlier.getFirst() instanceof Pattern.Any
                          || earlier.getFirst().equals(literal))
                  .toList(),
              row,
              types);
      case Pattern.Any _, Pattern.Fields _ -> isAnyReached(rows, row, types);
    };
  }

  private boolean isAnyReached(List<List<Pattern>> rows, List<Pattern> row, List<Type> types) {
    var constructors = constructors(types.getFirst());
    if (constructors != null
        && rows.stream().anyMatch(earlier -> earlier.getFirst() instanceof Pattern.Of)) {
      return isReachedBelow(rows, row, types);
    }
    return isReachedBehind(
        rows.stream().filter(earlier -> earlier.getFirst() instanceof Pattern.Any).toList(),
        row,
        types);
  }

  private boolean isReachedBelow(List<List<Pattern>> rows, List<Pattern> row, List<Type> types) {
    var constructors = constructors(types.getFirst());
    return constructors == null
        || constructors.stream().anyMatch(one -> isReachedBelow(rows, row, types, one));
  }

  private boolean isReachedBelow(
      List<List<Pattern>> rows, List<Pattern> row, List<Type> types, Constructor constructor) {
    if (isEmpty(constructor)) {
      return false;
    }
    var opened = openedRow(row, constructor);
    if (opened == null) {
      return false;
    }
    var inner =
        rows.stream()
            .filter(earlier -> !(earlier.getFirst() instanceof Pattern.Fields))
            .map(earlier -> openedRow(earlier, constructor))
            .filter(Objects::nonNull)
            .toList();
    return isReached(inner, opened, openedTypes(types, constructor));
  }

  private boolean isReachedBehind(List<List<Pattern>> rows, List<Pattern> row, List<Type> types) {
    return isReached(
        rows.stream().map(Exhaustive::behind).toList(),
        behind(row),
        types.subList(1, types.size()));
  }

  private static List<Pattern> behind(List<Pattern> row) {
    return row.subList(1, row.size());
  }

  /// Whether there is no value of it.
  private static boolean isEmpty(Constructor constructor) {
    return constructor.parts().stream().anyMatch(part -> Type.is(part, Basic.NEVER.name()));
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
