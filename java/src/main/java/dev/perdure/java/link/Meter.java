package dev.perdure.java.link;

/// A thread that runs code on a budget. The JVM bounds no thread by itself, so universes whose code
/// nobody waits for are loaded *metered*: their code calls in here at every turn of a loop, every
/// call, and before every allocation whose size is a number. On a thread that is no meter it goes
/// straight on.
public abstract class Meter extends Thread {
  /// Turns of loops and calls of the universe's own methods between two looks.
  private static final int TURNS = 1024;

  /// What a call of a platform method counts for: it may allocate, such as a buffer that grows by
  /// doubling, and a look after every fourth leaves it no time to get far.
  private static final int PLATFORM_CALL = TURNS / 4;

  /// Allocations below this size wait for the next look.
  private static final long BYTES_UNSEEN = 64 << 10;

  private int left = TURNS;

  /// A thread without the thread-locals of the one that makes it.
  protected Meter(String name) {
    super(null, null, name, 0, false);
  }

  /// Looks at what the run has used so far. On this thread.
  ///
  /// @throws Unwind if it is too much
  protected abstract void look();

  /// The run is about to allocate this much at once. On this thread.
  ///
  /// @throws Unwind if it is too much
  protected abstract void allocating(long bytes);

  /// Called by metered code: a turn of a loop, or a method begins.
  public static void turn() {
    if (currentThread() instanceof Meter meter) {
      meter.count(1);
    }
  }

  /// Called by metered code: it calls a platform method.
  public static void platformCall() {
    if (currentThread() instanceof Meter meter) {
      meter.count(PLATFORM_CALL);
    }
  }

  /// Called by metered code before it allocates.
  ///
  /// @param count of elements; the platform refuses a negative one itself
  /// @param bytesEach of an element
  public static void elements(int count, int bytesEach) {
    room((long) count * bytesEach);
  }

  /// Called by metered code before it repeats a string.
  public static void repeat(String text, int count) {
    room((long) text.length() * count);
  }

  /// Called by metered code: elements of an array of arrays, dimension by dimension.
  ///
  /// @param above elements of the dimensions above
  /// @param count of elements in each of those
  public static long within(long above, int count) {
    return count <= 0 || above <= Long.MAX_VALUE / BYTES_EACH_MAX / count
        ? above * count
        : Long.MAX_VALUE / BYTES_EACH_MAX;
  }

  private static final int BYTES_EACH_MAX = 64;

  /// Called by metered code before it allocates an array of arrays.
  public static void elements(long count, int bytesEach) {
    room(count * bytesEach);
  }

  private static void room(long bytes) {
    if (bytes > BYTES_UNSEEN && currentThread() instanceof Meter meter) {
      meter.allocating(bytes);
    }
  }

  private void count(int turns) {
    left -= turns;
    if (left < 0) {
      left = TURNS;
      look();
    }
  }
}
