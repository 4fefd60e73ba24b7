package dev.perdure.wat.thread;

import dev.perdure.wat.data.EdnFault;
import dev.perdure.wat.data.EdnReader;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.library.Made;
import dev.perdure.wat.run.Context;

/// Frames of text as values (W10).
public final class Wire {
  private Wire() {}

  /// The value of a frame, of the type that its use fixes: `Result<T,PeerDiedError>`.
  public static Variant value(String text, Context context) {
    try {
      return Variant.ok(new EdnReader(context.shapes()).read(text, context.wanted()));
    } catch (EdnFault fault) {
      var path = fault.reason() instanceof EdnFault.Reason.Mismatch mismatch ? mismatch.path() : "";
      var message = String.valueOf(fault.getMessage());
      return bad(message, text, context.wanted().toString(), path);
    }
  }

  /// A bad frame: an `Err`, behind which the peer lives.
  public static Variant bad(String fault, String text, String expected, String path) {
    var frame =
        Made.record(
            "wat::kernel::BadFrame",
            "a bad frame: " + fault,
            Variant.NONE,
            Vector.EMPTY,
            text,
            expected,
            path);
    return Variant.err(Made.variant("wat::kernel::PeerDiedError", "RuntimeError", frame));
  }
}
