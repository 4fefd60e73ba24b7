package dev.perdure.log;

/// What [Log#sync] promises.
public sealed interface Durability {
  /// On return, everything appended is durable.
  record Fsync() implements Durability {}

  /// Everything appended is durable once the window has passed: a crash of the machine loses at
  /// most the last window before it, always whole batches from the end. A crash of the process
  /// alone loses nothing. Time is that of the batches; a writer that goes idle calls [Log#force]
  /// when the window has passed.
  ///
  /// @param windowMillis 1 or more
  record Async(int windowMillis) implements Durability {
    public Async {
      if (windowMillis < 1) {
        throw new IllegalArgumentException("a loss window is 1 ms or more, not " + windowMillis);
      }
    }
  }

  /// Durable on return from every sync.
  static Durability fsync() {
    return new Fsync();
  }

  /// Durable within a window.
  static Durability async(int windowMillis) {
    return new Async(windowMillis);
  }
}
