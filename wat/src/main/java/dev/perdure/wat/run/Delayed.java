package dev.perdure.wat.run;

import dev.perdure.wat.core.Code;
import dev.perdure.wat.data.Stream;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/// Computes a cell of a stream. One delay that gives another is followed in a loop: a filter that
/// lets nothing through goes on for as long as it must.
public final class Delayed implements Stream.Source {
  private static final Object[] NOTHING = {};

  private final Loaded loaded;
  private final Code code;
  private final Object[] captured;

  /// @param code without parameters; gives the stream that stands for this one
  /// @param captured in the order of the code's captured slots; never changed
  public Delayed(Loaded loaded, Code code, Object[] captured) {
    this.loaded = loaded;
    this.code = code;
    this.captured = captured;
  }

  /// What it runs.
  public Code code() {
    return code;
  }

  /// What it captured, in the order of the code's captured slots; not to be changed.
  public Object[] captured() {
    return captured;
  }

  @Override
  public Stream.@Nullable Cell next() {
    var passed = new ArrayDeque<Stream>();
    var stream = stream();
    while (stream.pending() instanceof Delayed delayed) {
      loaded.checkStopped();
      passed.add(stream);
      stream = delayed.stream();
    }
    var cell = stream.cell();
    passed.forEach(one -> one.become(cell));
    return cell;
  }

  private Stream stream() {
    return (Stream) loaded.call(code, captured, NOTHING, 0, null);
  }
}
