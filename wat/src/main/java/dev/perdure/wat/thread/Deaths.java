package dev.perdure.wat.thread;

import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.data.VectorBuilder;
import dev.perdure.wat.library.Errors;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Raise;
import java.util.ArrayDeque;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// How threads end, as values: `PeerDiedError`, and the chain of those that led to one (W12.5).
public final class Deaths {
  private static final String DIED = "wat::kernel::PeerDiedError";
  private static final String GROUP = "wat::kernel::ProcessGroupErr";

  /// It closed its side, or ended clean.
  static final Variant DISCONNECTED = Made.variant(DIED, "Disconnected");

  /// A stop request woke the operation, or ended the thread.
  static final Variant STOPPED = Made.variant(DIED, "Stopped");

  /// `(Ok nil)`.
  static final Variant OK = Variant.ok(Nothing.NIL);

  private Deaths() {}

  /// The chain of what was raised: how it ended its thread, and what led to that.
  static Vector chain(Raise raise) {
    return chain(Errors.died(raise), raise.reported());
  }

  /// The chain of an error that a function returned.
  static Vector chain(Object error) {
    return chain(Made.variant(DIED, "BadReturn", EdnWriter.write(error)), error);
  }

  /// The chain of a death without a reason behind it.
  static Vector alone(Variant death) {
    return Vector.of(death);
  }

  /// A value was written to stderr, which is the end of a program.
  static Variant wrote(String line) {
    return Made.variant(DIED, "Panic", line, Variant.some(Errors.ended()));
  }

  /// A thread that could not be started.
  static Variant notStarted(String message) {
    return Made.variant(
        DIED, "StartupError", Made.record("wat::core::Fault", message, Variant.NONE, Vector.EMPTY));
  }

  private static Vector chain(Variant death, @Nullable Object told) {
    var chain = new VectorBuilder();
    chain.add(death);
    causes(told).forEach(chain::add);
    return chain.build();
  }

  /// What led to a death: the chain of the `ProcessGroupErr` that a value is or holds.
  ///
  /// @param told what was returned, or what a panic reports; null if that is nothing
  public static Vector causes(@Nullable Object told) {
    var group = told == null ? null : group(told);
    return group != null && group.field("chain") instanceof Vector chain ? chain : Vector.EMPTY;
  }

  /// The first `ProcessGroupErr` that a value is or holds; null if there is none near its top.
  private static @Nullable Aggregate group(Object value) {
    var open = new ArrayDeque<Object>();
    open.push(value);
    for (int looked = 0; looked < Limits.LOOKED_AT_MAX && !open.isEmpty(); looked++) {
      switch (open.pop()) {
        case Aggregate aggregate when aggregate.shape().path().equals(GROUP) -> {
          return aggregate;
        }
        case Aggregate aggregate -> push(open, aggregate.size(), aggregate::field);
        case Variant variant -> push(open, variant.size(), variant::field);
        default -> {}
      }
    }
    return null;
  }

  private static void push(ArrayDeque<Object> open, int size, IntFunction<Object> field) {
    for (int i = size - 1; i >= 0; i--) {
      open.push(field.apply(i));
    }
  }
}
