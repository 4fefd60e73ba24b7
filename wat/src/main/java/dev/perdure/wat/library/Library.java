package dev.perdure.wat.library;

import dev.perdure.value.Position;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What every program can use without loading it (W15), from the files of this package: each entry
/// a definition in wat, or a primitive, which Java does. Threads may share it.
///
/// A program uses a small part of it, so an entry is read when it is asked for first. Until then
/// only its place is known: an entry is a form that begins at the start of a line, as no other line
/// does, and its name stands behind its head.
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
          "threads",
          "io",
          "services",
          "eval",
          "test");

  private static final Set<String> TYPES =
      Set.of("(:wat::core::defrecord", "(:wat::core::defenum", "(:wat::core::typealias");

  private final Map<String, Entry> types = new HashMap<>();
  private final Map<String, Entry> definitions = new HashMap<>();

  private Library() {
    FILES.forEach(file -> index(new Source(file, bytes(file))));
  }

  /// A file, whose text is needed when its first entry is read.
  private static final class Source {
    private final String name;
    private final byte[] utf8;
    private @Nullable String text;

    Source(String name, byte[] utf8) {
      this.name = name;
      this.utf8 = utf8;
    }

    synchronized String text() {
      if (text == null) {
        text = new String(utf8, StandardCharsets.UTF_8);
      }
      return text;
    }
  }

  /// A form of a file, which is read once.
  private static final class Entry {
    private final Source source;
    private final Position start;
    private final int end;
    private @Nullable Declarations declared;

    /// @param start where it starts in the text
    /// @param end the index behind it
    Entry(Source source, Position start, int end) {
      this.source = source;
      this.start = start;
      this.end = end;
    }

    synchronized Declarations declared() {
      if (declared == null) {
        var forms = Reader.part(SOURCES + source.name + ".wat", source.text(), start, end);
        var found = Collector.collect(forms, true, false);
        if (!found.errors().isEmpty()) {
          throw new IllegalStateException(found.errors().getFirst().toString());
        }
        declared = found;
      }
      return declared;
    }
  }

  private static final class Holder {
    private static final Library INSTANCE = new Library();
  }

  /// The library of this release.
  public static Library get() {
    return Holder.INSTANCE;
  }

  /// The texts of its files, by their names.
  static Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    FILES.forEach(file -> texts.put(file, new Source(file, bytes(file)).text()));
    return texts;
  }

  /// The forms of each of its files.
  static List<List<Ast>> sources() {
    var sources = new ArrayList<List<Ast>>();
    texts().forEach((file, text) -> sources.add(Reader.program(SOURCES + file + ".wat", text)));
    return sources;
  }

  private static byte[] bytes(String file) {
    var name = file + ".wat";
    try (var in = Library.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One pass over the bytes: this is done at each start, before anything is compiled.
  private void index(Source source) {
    var bytes = source.utf8;
    int line = 1;
    // what a place in the text has less than one in the bytes: characters of n bytes are one unit,
    // or two if n is 4
    int less = 0;
    int from = 0;
    var start = new Position(1, 1, 0);
    for (int at = 0; at < bytes.length; at++) {
      byte b = bytes[at];
      if (b == '\n') {
        line++;
        if (at + 1 < bytes.length && bytes[at + 1] == '(') {
          int next = at + 1 - less;
          add(source, from, start, next);
          from = at + 1;
          start = new Position(line, 1, next);
        }
      } else if (b < 0) {
        less += (b & 0xC0) == 0x80 ? 1 : (b & 0xF8) == 0xF0 ? -1 : 0;
      }
    }
    add(source, from, start, bytes.length - less);
  }

  /// Adds `(:head :path<T> …` under its path; what else a file begins with is none.
  private void add(Source source, int from, Position start, int end) {
    var bytes = source.utf8;
    if (bytes[from] != '(') {
      return;
    }
    int head = word(bytes, from);
    int name = word(bytes, head + 1);
    var path = text(bytes, head + 2, name);
    int params = path.endsWith(">") ? path.indexOf('<') : -1;
    if (params > 0 && path.charAt(params - 1) != ':') {
      path = path.substring(0, params);
    }
    (TYPES.contains(text(bytes, from, head)) ? types : definitions)
        .put(path, new Entry(source, start, end));
  }

  /// The end of the word that starts here.
  private static int word(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] > ' ') {
      at++;
    }
    return at;
  }

  private static String text(byte[] ascii, int from, int to) {
    return new String(ascii, from, to - from, StandardCharsets.US_ASCII);
  }

  /// The definition of a path; null if the library has none.
  public @Nullable Definition definition(String path) {
    var entry = definitions.get(path);
    return entry == null ? null : entry.declared().definition(path);
  }

  /// The declaration of a type; null if the library has none.
  public @Nullable TypeDecl type(String path) {
    var entry = types.get(path);
    return entry == null ? null : entry.declared().typeDecls().getFirst();
  }

  /// The form that declares a definition or a type; null if the library has none.
  public @Nullable Ast form(String path) {
    var entry = definitions.getOrDefault(path, types.get(path));
    return entry == null ? null : entry.declared().form(path);
  }

  /// The paths of its functions and constants.
  public List<String> names() {
    return List.copyOf(definitions.keySet());
  }
}
