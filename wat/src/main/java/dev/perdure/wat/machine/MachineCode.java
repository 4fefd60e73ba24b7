package dev.perdure.wat.machine;

import dev.perdure.value.Code;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;

/// What may be wrong with a checkpoint.
public enum MachineCode implements Code {
  /// What the frames hold is no value, or too much.
  CHECKPOINT_UNWRITABLE,
  /// It is none of this program.
  CHECKPOINT_UNREADABLE;

  public static PerdureException unwritable(String what) {
    return Problem.of(
            CHECKPOINT_UNWRITABLE,
            what,
            "Close it, or let go of it, before the task waits; or let the task be replayed from its"
                + " last checkpoint or its beginning")
        .exception();
  }

  static PerdureException unreadable(String what) {
    return Problem.of(
            CHECKPOINT_UNREADABLE,
            what,
            "Resume it with the program that wrote it, or replay the task from its beginning")
        .exception();
  }
}
