package dev.perdure.wat.thread;

import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Parked;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs code that keeps its frames on a stack of the JVM, which nobody can set aside: on a thread
/// of the JVM of its own, while who lets it go on waits. Used by the interpreter.
final class Coroutine implements Runner {
  private final Callable<Object> code;
  private final Semaphore turn = new Semaphore(0);
  private final Semaphore given = new Semaphore(0);
  private boolean hasBegun;
  private boolean isLeft;
  private @Nullable Object value;
  private @Nullable Throwable thrown;

  /// @param code parks when it waits
  Coroutine(Callable<Object> code) {
    this.code = code;
  }

  /// Unwinds code that is not needed any more.
  private static final class Left extends Error {
    Left() {
      super("the thread was ended", null, false, false);
    }
  }

  @Override
  public @Nullable Object go() {
    if (!hasBegun) {
      hasBegun = true;
      BigStack.start("wat-thread", this::run);
    } else {
      turn.release();
    }
    given.acquireUninterruptibly();
    return switch (thrown) {
      case null -> value;
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      default -> throw new IllegalStateException(thrown);
    };
  }

  private void run() {
    try {
      value = code.call();
    } catch (Left left) {
      // nobody waits for it
    } catch (Throwable e) {
      thrown = e;
    } finally {
      given.release();
    }
  }

  /// What an answer gives, which is asked for again at each turn until it can be given; called by
  /// the code.
  Object asking(Supplier<Object> answer) {
    while (true) {
      try {
        return answer.get();
      } catch (Parked parked) {
        park();
      }
    }
  }

  /// Gives the turn away until the next [#go].
  private void park() {
    given.release();
    turn.acquireUninterruptibly();
    if (isLeft) {
      throw new Left();
    }
  }

  @Override
  public void end() {
    if (hasBegun && value == null && thrown == null) {
      isLeft = true;
      turn.release();
      given.acquireUninterruptibly();
    }
  }
}
