package dev.perdure.wat.start;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.library.Errors;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.thread.Back;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// Programs that are run in a universe and with streams of their own, within the process (W17).
final class Hermetic {
  private static final Path ENTRY = Path.of("/hermetic.wat");
  private static final String DIED = "wat::kernel::PeerDiedError";

  private Hermetic() {}

  /// Runs main; what became of it as a `RunResult`.
  ///
  /// @param world what the program may ask; nobody else has it
  /// @param watch ends it with the program that asks
  static Object run(List<Ast> forms, ProcessWorld world, Watch watch) {
    var program = checked(forms);
    if (!program.isSound()) {
      return Captured.notStarted(Chain.one(program.errors()));
    }
    var checked = Objects.requireNonNull(program.checked());
    var ungranted = Entry.ungranted(checked, world);
    if (ungranted != null) {
      return Captured.notStarted(ungranted);
    }
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

  /// Loads a program that shall run on a thread.
  ///
  /// @param world what it may ask
  static World.Beside beside(List<Ast> forms, ProcessWorld world) {
    var program = checked(forms);
    if (!program.isSound()) {
      var error = Errors.of(Chain.one(program.errors()));
      throw new World.Unstartable(Made.variant(DIED, "StartupError", error));
    }
    var checked = Objects.requireNonNull(program.checked());
    var fault = Entry.signatureFault(checked);
    if (fault != null) {
      throw new World.Unstartable(Made.variant(DIED, "MainSignature", fault));
    }
    var ungranted = Entry.ungranted(checked, world);
    if (ungranted != null) {
      throw new World.Unstartable(Made.variant(DIED, "StartupError", Errors.of(ungranted)));
    }
    var loaded = new Loaded(checked);
    return new World.Beside(loaded, world.of(loaded));
  }

  private static Program checked(List<Ast> forms) {
    return Program.check(
        ENTRY,
        forms,
        path -> {
          throw new IOException("a program that is made of forms loads nothing");
        });
  }
}
