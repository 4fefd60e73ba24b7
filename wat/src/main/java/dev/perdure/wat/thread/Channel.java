package dev.perdure.wat.thread;

import dev.perdure.wat.data.Variant;
import java.util.ArrayDeque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Values on their way in one direction, in order.
///
/// ```
/// open ──close──▶ closed: no value is taken any more; those on their way are received,
///                 then each receive gives why it was closed
/// ```
///
/// Confined to the thread that runs the program.
final class Channel extends Awaited implements Comparable<Channel> {
  /// Stands for a frame that is no value of the type that the receiver takes.
  record Bad(Variant told) {}

  /// The number of the channel among those of the program, in the order of their making.
  final long number;

  private final int slots;

  /// Whose death closes it; null if it is no thread's pipe.
  private @Nullable Fiber server;

  private final ArrayDeque<Object> values = new ArrayDeque<>();

  /// Why nothing more comes, a `PeerDiedError`; null while it is open.
  private @Nullable Variant end;

  /// Whether that is the death of the server.
  private boolean isDeath;

  /// Whether what is sent is thrown away, as nobody receives any more.
  private boolean isDiscarding;

  /// Whether a timer will send to it.
  private boolean isTimed;

  /// When a value was received last, counted in receives of the program.
  private long received;

  /// @param slots how many values may be on their way
  Channel(long number, int slots) {
    this.number = number;
    this.slots = slots;
  }

  @Override
  public int compareTo(Channel other) {
    return Long.compare(number, other.number);
  }

  /// It is a pipe of this thread, whose death closes it.
  void isOf(Fiber thread) {
    server = thread;
  }

  /// Whether a send would be done at once, one way or the other.
  boolean takes() {
    return end != null || isDiscarding || values.size() < slots;
  }

  /// Whether a receive would be done at once, one way or the other.
  boolean gives() {
    return end != null || !values.isEmpty();
  }

  /// Sends a value; `Result<nil,PeerDiedError>`. It must take one.
  Variant send(Object value) {
    if (end != null) {
      return ended();
    }
    if (!isDiscarding) {
      values.addLast(value);
      changed();
    }
    return Deaths.OK;
  }

  /// Receives a value; `Result<T,PeerDiedError>`. It must give one.
  ///
  /// @param now how many values the program has received
  Variant receive(long now) {
    received = now;
    if (values.isEmpty()) {
      return ended();
    }
    var value = values.removeFirst();
    changed();
    return value instanceof Bad(Variant told) ? told : Variant.ok(value);
  }

  /// The end, told to who asked: it is caught from now on (W12.3).
  private Variant ended() {
    if (isDeath && server != null) {
      server.isCaught = true;
    }
    return Variant.err(Objects.requireNonNull(end));
  }

  /// Closes it, unless it is closed.
  ///
  /// @param why a `PeerDiedError`
  void close(Variant why) {
    close(why, false);
  }

  /// Closes it, unless it is closed.
  ///
  /// @param why a `PeerDiedError`
  /// @param isOfServer whether that is the death of the server
  void close(Variant why, boolean isOfServer) {
    if (end == null) {
      end = why;
      isDeath = isOfServer;
      changed();
    }
  }

  /// Throws away what is on its way and what is sent from now on.
  void discard() {
    isDiscarding = true;
    values.clear();
    changed();
  }

  boolean isTimed() {
    return isTimed;
  }

  /// A timer will send to it.
  void times() {
    isTimed = true;
  }

  /// The timer sends its value, and nothing more comes.
  void fired(Object value) {
    isTimed = false;
    send(value);
    close(Deaths.DISCONNECTED);
  }

  /// When a value was received last, counted in receives of the program.
  long received() {
    return received;
  }
}
