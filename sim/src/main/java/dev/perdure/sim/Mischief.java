package dev.perdure.sim;

import dev.perdure.engine.Branch;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Place;
import dev.perdure.engine.TaskId;

/// What a program does beside its text: where its threads may be stopped, and where it breaks the
/// rules that programs keep to.
interface Mischief {
  /// A point at which the thread may be stopped.
  void point();

  /// Whether the attempt runs out of stack here.
  boolean overflows(TaskId task, Place place);

  /// Which of two things the program asks here.
  boolean impure(TaskId task, Place place);

  /// A program of the task is called.
  void called(TaskId task, Payload arguments);

  /// Whether the program cannot be written down here.
  boolean unwritable();

  /// Whether what was written down cannot be read now.
  boolean unreadable();

  /// A branch of a program has ended and asked so many effects.
  void asked(Branch branch, int effects);
}
