package dev.perdure.wat.thread;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.run.Closure;
import dev.perdure.wat.run.Interpreter;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Each thread is interpreted, on a stack of its own.
final class Interpreted implements Runner.Maker {
  private final Loaded loaded;
  private @Nullable Interpreter interpreter;

  /// What goes on now.
  private @Nullable Coroutine current;

  Interpreted(Loaded loaded) {
    this.loaded = loaded;
  }

  @Override
  public void evaluateConstants() {
    Interpreter.of(loaded, World.none()).evaluateConstants();
  }

  @Override
  public Runner calling(Function function, Object[] args, World world) {
    if (interpreter == null) {
      interpreter = Interpreter.of(loaded, parking(world));
    }
    var coroutine = new Coroutine(() -> called(function, args, world));
    return new Runner() {
      @Override
      public @Nullable Object go() {
        current = coroutine;
        return coroutine.go();
      }

      @Override
      public void end() {
        coroutine.end();
      }
    };
  }

  private Object called(Function function, Object[] args, World world) {
    return function instanceof Closure closure && closure.loaded() == loaded
        ? Objects.requireNonNull(interpreter).run(closure.code(), closure.captured(), args, 0, null)
        : parking(world).call(function, args);
  }

  /// A world that parks what goes on where the world below says that it must wait.
  private World parking(World below) {
    return new World() {
      @Override
      public Object perform(String effect, String operation, Object[] args) {
        return asked(() -> below.perform(effect, operation, args));
      }

      @Override
      public Object call(Function function, Object[] args) {
        return asked(() -> below.call(function, args));
      }
    };
  }

  private Object asked(Supplier<Object> answer) {
    return Objects.requireNonNull(current).asking(answer);
  }
}
