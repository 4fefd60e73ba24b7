package dev.perdure.wat.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The files of the library, and where its entries stand in them: an entry is a form that begins at
/// the start of a line, as no other line does, and its name stands behind its head.
final class LibraryFiles {
  /// The names of the files, which are known by their numbers here.
  static final List<String> NAMES =
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

  private LibraryFiles() {}

  /// The text of a file.
  static String text(int file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(int file) {
    var name = NAMES.get(file) + ".wat";
    try (var in = LibraryFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Takes in where an entry stands.
  interface Entries {
    /// @param isType whether it declares a type
    /// @param file its number
    /// @param line from 1
    /// @param start the index in the text
    /// @param end the index behind it
    void add(boolean isType, String path, int file, int line, int start, int end);
  }

  /// Finds the entries of all files.
  static void index(Entries entries) {
    for (int file = 0; file < NAMES.size(); file++) {
      index(file, entries);
    }
  }

  private static void index(int file, Entries entries) {
    var bytes = bytes(file);
    int line = 1;
    // what a place in the text has less than one in the bytes: characters of n bytes are one unit,
    // or two if n is 4
    int less = 0;
    int from = 0;
    int startLine = 1;
    int start = 0;
    for (int at = 0; at < bytes.length; at++) {
      byte b = bytes[at];
      if (b == '\n') {
        line++;
        if (at + 1 < bytes.length && bytes[at + 1] == '(') {
          int next = at + 1 - less;
          add(bytes, from, entries, file, startLine, start, next);
          from = at + 1;
          startLine = line;
          start = next;
        }
      } else if (b < 0) {
        less += (b & 0xC0) == 0x80 ? 1 : (b & 0xF8) == 0xF0 ? -1 : 0;
      }
    }
    add(bytes, from, entries, file, startLine, start, bytes.length - less);
  }

  /// Adds `(:head :path<T> …` under its path; what else a file begins with is none.
  private static void add(
      byte[] bytes, int from, Entries entries, int file, int line, int start, int end) {
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
    entries.add(TYPES.contains(text(bytes, from, head)), path, file, line, start, end);
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
}
