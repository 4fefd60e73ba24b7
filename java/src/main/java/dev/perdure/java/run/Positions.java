package dev.perdure.java.run;

import dev.perdure.engine.Author;
import dev.perdure.java.UniverseLoader;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in user code a thread is.
public final class Positions {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Positions() {}

  /// The innermost line of a universe's code on the calling thread's stack, such as `Shop.java:14`;
  /// empty if there is none. Costs a stack walk.
  ///
  /// @param until the class that runs code of another front end: what called that is not looked at
  public static String here(Class<?> until) {
    return WALKER.walk(frames ->
        frames
            .takeWhile(f -> f.getDeclaringClass() != until)
            .filter(f -> loader(f) != null)
            .filter(f -> f.getLineNumber() > 0)
            .findFirst()
            .map(Positions::position)
            .orElse(""));
  }

  /// Which code of a universe the calling thread runs: the innermost that is there. Costs a stack
  /// walk.
  ///
  /// @param until as for [#here]
  public static Author author(Class<?> until) {
    return WALKER.walk(frames ->
        author(
            frames
                .takeWhile(f -> f.getDeclaringClass() != until)
                .filter(f -> loader(f) != null)
                .toList()));
  }

  private static Author author(List<StackFrame> frames) {
    var inner = frames.stream().filter(f -> f.getLineNumber() > 0).findFirst().orElse(null);
    var universe = inner == null ? null : loader(inner);
    if (inner == null || universe == null) {
      return Author.UNKNOWN;
    }
    var function =
        frames.stream()
            .takeWhile(f -> loader(f) == universe)
            .map(f -> universe.function(f.getClassName(), f.getMethodName(), f.getDescriptor()))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    return new Author(function, universe.version(), position(inner));
  }

  private static String position(StackFrame frame) {
    return frame.getFileName() + ":" + frame.getLineNumber();
  }

  private static @Nullable UniverseLoader loader(StackFrame frame) {
    return frame.getDeclaringClass().getClassLoader() instanceof UniverseLoader loader
        ? loader
        : null;
  }
}
