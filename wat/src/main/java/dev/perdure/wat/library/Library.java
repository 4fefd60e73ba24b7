package dev.perdure.wat.library;

import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Reader;
import dev.perdure.wat.type.TypeDecl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every program can use without loading it (W15), read from the files of this package: each
/// entry a definition in wat, or a primitive, which Java does. Immutable.
public final class Library {
  /// What the names of its files begin with, where places are told.
  public static final String SOURCES = "wat/";

  private static final List<String> FILES =
      List.of(
          "core",
          "arithmetic",
          "vectors",
          "maps",
          "collections",
          "sequences",
          "streams",
          "text",
          "numbers",
          "time",
          "edn",
          "reflection",
          "kernel",
          "io",
          "eval",
          "test");

  private final Map<String, TypeDecl> types = new HashMap<>();
  private final Map<String, Definition> definitions = new HashMap<>();
  private final List<Declarations> files = new ArrayList<>();

  private Library() {
    for (var source : sources()) {
      var declared = Collector.collect(source, true, false);
      if (!declared.errors().isEmpty()) {
        throw new IllegalStateException(declared.errors().getFirst().toString());
      }
      declared.typeDecls().forEach(decl -> types.put(decl.name(), decl));
      declared.definitions().forEach(definition -> definitions.put(definition.name(), definition));
      files.add(declared);
    }
  }

  private static final class Holder {
    private static final Library INSTANCE = new Library();
  }

  /// The library of this release.
  public static Library get() {
    return Holder.INSTANCE;
  }

  private static List<Ast> read(String file) {
    return Reader.program(SOURCES + file + ".wat", text(file));
  }

  private static String text(String file) {
    var name = file + ".wat";
    try (var in = Library.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The texts of its files, by their names.
  static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    FILES.forEach(file -> texts.put(file, text(file)));
    return texts;
  }

  /// The forms of its files, file by file.
  static List<List<Ast>> sources() {
    return FILES.stream().map(Library::read).toList();
  }

  /// The definition of a path; null if the library has none.
  public @Nullable Definition definition(String path) {
    return definitions.get(path);
  }

  /// The declaration of a type; null if the library has none.
  public @Nullable TypeDecl type(String path) {
    return types.get(path);
  }

  /// The form that declares a definition or a type; null if the library has none.
  public @Nullable Ast form(String path) {
    for (var file : files) {
      var form = file.form(path);
      if (form != null) {
        return form;
      }
    }
    return null;
  }

  /// The paths of its functions and constants.
  public List<String> names() {
    return List.copyOf(definitions.keySet());
  }

  /// Its files.
  public List<Declarations> files() {
    return List.copyOf(files);
  }
}
