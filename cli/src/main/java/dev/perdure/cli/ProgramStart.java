package dev.perdure.cli;

import dev.perdure.wat.start.Entry;
import dev.perdure.wat.start.Exit;
import dev.perdure.wat.start.Grants;
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
  int run(Grants grants, List<String> words) {
    var path = Programs.path(directory, words.getFirst());
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      err.println("perdure run: " + path + " cannot be read");
      return Exit.UNREADABLE;
    }
    var argv = new ArrayList<>(words);
    argv.set(0, path.toString());
    argv.addFirst(environment.getOrDefault("PERDURE_LAUNCHER", "perdure"));
    var program = Programs.check(path, grants);
    var world =
        new ProcessWorld(out, err, argv, Clock.systemUTC(), Programs.random())
            .reading(in, program.settings().frameBytesMax())
            .granted(grants);
    return Entry.run(program, world, err);
  }
}
