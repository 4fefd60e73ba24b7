package dev.perdure.java;

import dev.perdure.value.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks that a version of a function can stand in for another one: it reads the arguments that
/// callers of the other send, and returns what they read. A part may be added if it is an
/// `Optional`, renamed under `@WasNamed`, and a sealed interface or an enum may get more variants.
/// A type may have another shape altogether, if a function marked with `@Migrates` reads the old
/// one.
public final class Evolution {
  /// By their range: each reads what those before it write.
  private static final List<String> INTEGERS =
      List.of("java.lang.Byte", "java.lang.Short", "java.lang.Integer", "java.lang.Long");

  private static final Map<String, String> BOXES =
      Map.of(
          "boolean", "java.lang.Boolean",
          "byte", "java.lang.Byte",
          "char", "java.lang.Character",
          "short", "java.lang.Short",
          "int", "java.lang.Integer",
          "long", "java.lang.Long",
          "float", "java.lang.Double",
          "double", "java.lang.Double",
          "java.lang.Float", "java.lang.Double");

  /// What reads any integer.
  private static final Set<String> WIDER =
      Set.of("java.lang.Double", "java.math.BigInteger", "java.math.BigDecimal");

  private static final String RESULT = "its result";
  private static final String OPTIONAL = "java.util.Optional";

  private final Map<String, TypeShape> readers;
  private final Map<String, TypeShape> writers;
  private final boolean writerIsNewer;

  /// Whether an integer may be read as one of a smaller range.
  private final boolean narrows;

  private final Set<List<TypeRef>> open = new HashSet<>();

  private Evolution(
      FunctionTypes reader, FunctionTypes writer, boolean writerIsNewer, boolean narrows) {
    this.narrows = narrows;
    this.readers = reader.shapes();
    this.writers = writer.shapes();
    this.writerIsNewer = writerIsNewer;
  }

  /// What keeps a function of a candidate from standing in for the one that serves now, whatever
  /// front ends they are of.
  ///
  /// @param place where the candidate has it
  /// @param version that serves it now, for the problem
  /// @return null if nothing does
  public static @Nullable Problem problem(
      String function,
      FunctionTypes candidate,
      String place,
      FunctionTypes serving,
      String version) {
    var why = difference(candidate, serving, false);
    return why == null
        ? null
        : new Problem(
            JavaCode.JAVA_INCOMPATIBLE,
            "The function " + function + " cannot stand in for that of " + version + ": " + why,
            place,
            why.startsWith(RESULT)
                ? "Go on returning what callers of "
                    + version
                    + " read, beside what is new, or give"
                    + " the function another name"
                : "Make an added component an Optional, name a renamed one with @WasNamed, read"
                    + " what is sent by a function with @Migrates, or give the function another"
                    + " name");
  }

  /// Why a function is not what code of wat declares that calls it. Wat has one type of integers,
  /// which stands for all of them: one that is out of range is refused when it is sent.
  ///
  /// @param function as it is
  /// @param declared as its callers know it
  /// @return null if it reads what they send and returns what they read
  public static @Nullable String fromDeclared(FunctionTypes function, FunctionTypes declared) {
    return difference(function, declared, true);
  }

  private static @Nullable String difference(
      FunctionTypes candidate, FunctionTypes serving, boolean narrows) {
    var mine = candidate.signature();
    var theirs = serving.signature();
    int parameters = theirs.parameters().size();
    if (mine.parameters().size() != parameters) {
      return "it takes " + mine.parameters().size() + " arguments, not " + parameters;
    }
    for (int i = 0; i < parameters; i++) {
      var why =
          new Evolution(candidate, serving, false, narrows)
              .types(mine.parameters().get(i), theirs.parameters().get(i), "argument " + (i + 1));
      if (why != null) {
        return why;
      }
    }
    return new Evolution(serving, candidate, true, narrows)
        .types(theirs.result(), mine.result(), RESULT);
  }

  /// Why what is written as one type cannot be read as another; null if it can.
  private @Nullable String types(TypeRef reader, TypeRef writer, String path) {
    if (isNamed(reader, OPTIONAL)) {
      var inside = isNamed(writer, OPTIONAL) ? argument(writer, 0) : writer;
      return types(argument(reader, 0), inside, path);
    }
    if (name(reader).equals("void") || !open.add(List.of(reader, writer))) {
      return null;
    }
    var read = readers.get(name(reader));
    var written = writers.get(name(writer));
    if (read == null) {
      boolean fits = written == null && fits(name(reader), name(writer), narrows);
      return fits ? arguments(reader, writer, path) : unlike(reader, writer, path);
    }
    var before = Set.copyOf(open);
    var why =
        written == null
            ? unlike(reader, writer, path)
            : shapes(new Side(reader, read), new Side(writer, written), path);
    return why == null || migrates(new Side(reader, read), writer, path, before) ? null : why;
  }

  /// Whether what is written is an old shape of the reader's type.
  ///
  /// @param before the pairs of types that this one is inside of
  private boolean migrates(Side reader, TypeRef writer, String path, Set<List<TypeRef>> before) {
    for (var migration : reader.shape().migrations()) {
      open.retainAll(before);
      if (types(reader.inside(migration.old(), migration.parameters()), writer, path) == null) {
        return true;
      }
    }
    return false;
  }

  private static String unlike(TypeRef reader, TypeRef writer, String path) {
    return path + " is written as " + writer + " and read as " + reader;
  }

  /// Whether a platform type reads what is written as another, leaving their type arguments aside.
  static boolean fits(String read, String written) {
    return fits(read, written, false);
  }

  private static boolean fits(String read, String written, boolean narrows) {
    boolean integer = INTEGERS.contains(written);
    return read.equals(written)
        || (integer && WIDER.contains(read))
        || (integer && INTEGERS.indexOf(read) > INTEGERS.indexOf(written))
        || (integer && narrows && INTEGERS.contains(read));
  }

  private @Nullable String arguments(TypeRef reader, TypeRef writer, String path) {
    int count = reader instanceof TypeRef.Named named ? named.arguments().size() : 0;
    for (int i = 0; i < count; i++) {
      var why = types(argument(reader, i), argument(writer, i), path + "[]");
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  /// A type of a universe as it is used, and how it is made up.
  private record Side(TypeRef type, TypeShape shape) {
    /// A type inside it, with its type arguments in the place of the shape's parameters.
    TypeRef inside(TypeRef part, List<String> parameters) {
      return switch (part) {
        case TypeRef.Variable(var name) when parameters.contains(name) ->
            argument(type, parameters.indexOf(name));
        case TypeRef.Named(var name, var arguments) ->
            new TypeRef.Named(name, arguments.stream().map(a -> inside(a, parameters)).toList());
        case TypeRef other -> other;
      };
    }
  }

  private @Nullable String shapes(Side reader, Side writer, String path) {
    return switch (reader.shape()) {
      case TypeShape.RecordShape r when writer.shape() instanceof TypeShape.RecordShape w ->
          records(reader, r, writer, w, path);
      case TypeShape.EnumShape r when writer.shape() instanceof TypeShape.EnumShape w ->
          enums(r, w, path);
      case TypeShape.SealedShape r when writer.shape() instanceof TypeShape.SealedShape w ->
          variants(reader, r, writer, w, path);
      case TypeShape _ -> unlike(reader.type(), writer.type(), path);
    };
  }

  private @Nullable String records(
      Side reader,
      TypeShape.RecordShape read,
      Side writer,
      TypeShape.RecordShape written,
      String path) {
    for (var part : read.components()) {
      var at = path + "." + part.name();
      var source =
          written.components().stream()
              .filter(w -> same(part.name(), part.formerNames(), w.name(), w.formerNames()))
              .findFirst();
      var why =
          source.isPresent()
              ? types(
                  reader.inside(part.type(), read.parameters()),
                  writer.inside(source.get().type(), written.parameters()),
                  at)
              : isNamed(part.type(), OPTIONAL) ? null : at + " is not written";
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  private @Nullable String enums(
      TypeShape.EnumShape read, TypeShape.EnumShape written, String path) {
    for (var constant : written.constants()) {
      boolean known =
          read.constants().stream()
              .anyMatch(
                  r -> same(r.name(), r.formerNames(), constant.name(), constant.formerNames()));
      if (!known && !writerIsNewer && !migrates(read, constant)) {
        return path + " may be " + constant.name() + ", which is not read";
      }
    }
    return null;
  }

  /// Whether a constant that is gone is one of an old shape of the enum.
  private boolean migrates(TypeShape.EnumShape read, TypeShape.Constant gone) {
    return read.migrations().stream()
        .map(each -> readers.get(name(each.old())))
        .anyMatch(old ->
            old instanceof TypeShape.EnumShape e
                && e.constants().stream()
                    .anyMatch(c -> same(c.name(), c.formerNames(), gone.name(), List.of())));
  }

  private @Nullable String variants(
      Side reader,
      TypeShape.SealedShape read,
      Side writer,
      TypeShape.SealedShape written,
      String path) {
    if (!sameVariant(read, written)) {
      return unlike(reader.type(), writer.type(), path);
    }
    var known = leaves(read, readers);
    for (var leaf : leaves(written, writers)) {
      var match = known.stream().filter(k -> sameVariant(k, leaf)).findFirst();
      boolean migrated = match.isEmpty() && migratesVariant(reader, writer, leaf, path);
      if (match.isEmpty() && !migrated && !writerIsNewer) {
        return path + " may be " + simple(leaf.className()) + ", which is not read";
      }
      var why =
          match.isEmpty()
              ? null
              : shapes(
                  new Side(reader.type(), match.get()),
                  new Side(writer.type(), leaf),
                  path + "(" + simple(leaf.className()) + ")");
      if (why != null) {
        return why;
      }
    }
    return null;
  }

  /// Whether a variant that is permitted no more is an old shape of the sealed interface.
  private boolean migratesVariant(Side reader, Side writer, TypeShape leaf, String path) {
    for (var migration : reader.shape().migrations()) {
      var old = readers.get(name(migration.old()));
      if (old instanceof TypeShape.RecordShape && sameVariant(old, leaf)) {
        var type = reader.inside(migration.old(), migration.parameters());
        return shapes(new Side(type, old), new Side(writer.type(), leaf), path) == null;
      }
    }
    return false;
  }

  private boolean sameVariant(TypeShape reader, TypeShape writer) {
    return same(
        simple(reader.className()),
        reader.formerNames(),
        simple(writer.className()),
        writer.formerNames());
  }

  /// Whether a part has the reader's name: by its own, by one the reader knows from before, or by
  /// one that a newer writer had before.
  private boolean same(
      String reader, List<String> readerFormer, String writer, List<String> writerFormer) {
    return reader.equals(writer)
        || readerFormer.contains(writer)
        || (writerIsNewer && writerFormer.contains(reader));
  }

  private static List<TypeShape> leaves(TypeShape.SealedShape type, Map<String, TypeShape> shapes) {
    var leaves = new ArrayList<TypeShape>();
    for (var name : type.permitted()) {
      switch (shapes.get(name)) {
        case TypeShape.SealedShape inner -> leaves.addAll(leaves(inner, shapes));
        case TypeShape leaf -> leaves.add(leaf);
        case null -> throw new IllegalStateException("no shape of " + name + " was frozen");
      }
    }
    return leaves;
  }

  /// The class of a type, of a primitive its box.
  static String name(TypeRef type) {
    var name = type instanceof TypeRef.Named named ? named.className() : type.toString();
    return BOXES.getOrDefault(name, name);
  }

  private static boolean isNamed(TypeRef type, String name) {
    return type instanceof TypeRef.Named named && named.className().equals(name);
  }

  private static TypeRef argument(TypeRef type, int index) {
    return type instanceof TypeRef.Named named && index < named.arguments().size()
        ? named.arguments().get(index)
        : new TypeRef.Unknown();
  }

  static String simple(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
