package dev.perdure.wat.library;

import dev.perdure.value.Position;
import dev.perdure.wat.declare.Collector;
import dev.perdure.wat.declare.Declarations;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Reader;
import dev.perdure.wat.type.TypeDecl;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every program can use without loading it (W15), from the files of this package: each entry
/// a definition in wat, or a primitive, which Java does. Threads may share it.
///
/// A program uses a small part of it, so an entry is read when it is asked for first. Until then
/// only its place is known.
public final class Library {
  /// What the names of its files begin with, where places are told.
  public static final String SOURCES = "wat/";

  private final Map<String, Entry> types = new HashMap<>();
  private final Map<String, Entry> definitions = new HashMap<>();

  /// The texts of its files that were needed, by their numbers.
  private final @Nullable String[] texts = new String[LibraryFiles.NAMES.size()];

  private Library() {
    if (!LinkedLibrary.addTo(this)) {
      LibraryFiles.index(this::add);
    }
  }

  /// Adds an entry, as [LibraryFiles.Entries] says.
  void add(boolean isType, String path, int file, int line, int start, int end) {
    (isType ? types : definitions).put(path, new Entry(file, new Position(line, 1, start), end));
  }

  /// Tells all entries, as they were added.
  void each(LibraryFiles.Entries entries) {
    types.forEach((path, entry) -> entry.tell(true, path, entries));
    definitions.forEach((path, entry) -> entry.tell(false, path, entries));
  }

  private synchronized String text(int file) {
    var known = texts[file];
    if (known == null) {
      var linked = LinkedLibrary.text(file);
      known = linked == null ? LibraryFiles.text(file) : linked;
      texts[file] = known;
    }
    return known;
  }

  /// A form of a file, which is read once.
  private final class Entry {
    private final int file;
    private final Position start;
    private final int end;
    private @Nullable Declarations declared;

    /// @param file its number
    /// @param start where it starts in the text
    /// @param end the index behind it
    Entry(int file, Position start, int end) {
      this.file = file;
      this.start = start;
      this.end = end;
    }

    void tell(boolean isType, String path, LibraryFiles.Entries entries) {
      entries.add(isType, path, file, start.line(), start.offset(), end);
    }

    synchronized Declarations declared() {
      if (declared == null) {
        var source = SOURCES + LibraryFiles.NAMES.get(file) + ".wat";
        var found = Collector.collect(Reader.part(source, text(file), start, end), true, false);
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
    for (int file = 0; file < LibraryFiles.NAMES.size(); file++) {
      texts.put(LibraryFiles.NAMES.get(file), LibraryFiles.text(file));
    }
    return texts;
  }

  /// The forms of each of its files.
  static List<List<Ast>> sources() {
    var sources = new ArrayList<List<Ast>>();
    texts().forEach((file, text) -> sources.add(Reader.program(SOURCES + file + ".wat", text)));
    return sources;
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
