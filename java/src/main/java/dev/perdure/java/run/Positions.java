package dev.perdure.java.run;

import dev.perdure.java.UniverseLoader;

/// Where in user code a thread is.
public final class Positions {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Positions() {}

  /// The innermost line of a universe's code on the calling thread's stack, such as `Shop.java:14`;
  /// empty if there is none. Costs a stack walk.
  public static String here() {
    return WALKER.walk(frames ->
        frames
            .filter(f -> f.getDeclaringClass().getClassLoader() instanceof UniverseLoader)
            .filter(f -> f.getLineNumber() > 0)
            .findFirst()
            .map(f -> f.getFileName() + ":" + f.getLineNumber())
            .orElse(""));
  }
}
