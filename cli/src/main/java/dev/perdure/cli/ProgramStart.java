package dev.perdure.cli;

import dev.perdure.value.PerdureException;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.Exit;
import dev.perdure.wat.start.ProcessWorld;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Runs programs of wat with the streams of a process.
///
/// @param environment variables
/// @param directory that relative paths start from
record ProgramStart(
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    Path directory) {

  /// Runs a program.
  ///
  /// @param words its file, from the directory, and what it is given
  /// @return the exit code
  /// @throws dev.perdure.value.PerdureException `FILE_UNUSABLE`
  int run(Granted granted, List<String> words) {
    var path = Programs.path(directory, words.getFirst());
    var argv = new ArrayList<>(words);
    argv.set(0, path.toString());
    argv.addFirst(environment.getOrDefault("PERDURE_LAUNCHER", "perdure"));
    Program program;
    try {
      program = Programs.check(path, granted.files());
    } catch (PerdureException unusable) {
      err.println("perdure run: " + path + " cannot be read: " + why(path));
      return Exit.UNREADABLE;
    }
    var world =
        new ProcessWorld(out, err, argv, Clock.systemUTC(), Programs.random())
            .reading(in, program.settings().frameBytesMax());
    return Entry.run(program, granted.in(world), err);
  }

  private static String why(Path path) {
    return Files.isDirectory(path)
        ? "it is a folder"
        : Files.isReadable(path)
            ? "it is not UTF-8"
            : "there is no such file, or it may not be read";
  }
}
