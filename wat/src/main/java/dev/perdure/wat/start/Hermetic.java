package dev.perdure.wat.start;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.thread.Back;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Programs that are run in a universe and with streams of their own, within the process (W17).
final class Hermetic {
  private static final Path ENTRY = Path.of("/hermetic.wat");

  private Hermetic() {}

  /// Runs main; what became of it as a `RunResult`.
  ///
  /// @param world what the program may ask; nobody else has it
  /// @param watch ends it with the program that asks
  static Object run(List<Ast> forms, ProcessWorld world, Watch watch) {
    var program =
        Program.check(
            ENTRY,
            forms,
            path -> {
              throw new IOException("a hermetic program loads nothing");
            });
    if (!program.isSound()) {
      return Captured.notStarted(Chain.one(program.errors()));
    }
    var checked = Objects.requireNonNull(program.checked());
    var loaded = new Loaded(checked);
    var captured = new Captured(world);
    var threads = Back.threads(loaded, captured.world());
    return watch.over(
        threads::stop,
        () ->
            BigStack.call(
                "main",
                () ->
                    captured.run(() -> {
                      threads.evaluateConstants();
                      threads.call("user::main");
                    })));
  }
}
