package dev.perdure.server;

import dev.perdure.node.NodeCode;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/// The JSON bodies of all requests under way, which together keep to a bound.
final class Bodies {
  private static final int PIECE_BYTES = 16 << 10;
  private final int bodyMax;
  private final Semaphore free;

  Bodies(ServerLimits.Sizes sizes) {
    this.bodyMax = sizes.bodyMax();
    this.free = new Semaphore(sizes.bodiesMax());
  }

  /// The body of a request, which is not read before it is asked for.
  Held of(Exchange exchange) {
    return new Held(exchange);
  }

  /// Room for a body, given back when the request is over.
  final class Held implements AutoCloseable {
    private final Exchange exchange;
    private int taken;

    private Held(Exchange exchange) {
      this.exchange = exchange;
    }

    byte[] bytes() {
      long length = exchange.length();
      checkSize(length);
      int pieceBytes = length < 0 ? PIECE_BYTES : (int) Math.min(length + 1, PIECE_BYTES);
      var bytes = new ByteArrayOutputStream(pieceBytes);
      var piece = new byte[pieceBytes];
      try {
        var in = exchange.body();
        for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
          take(n);
          checkSize((long) bytes.size() + n);
          bytes.write(piece, 0, n);
        }
      } catch (IOException e) {
        throw Request.bad("the body broke off: " + e.getMessage(), "body");
      }
      return bytes.toByteArray();
    }

    private void take(int bytes) {
      if (!free.tryAcquire(bytes)) {
        throw overloaded("the bodies of all requests under way fill the memory they may take");
      }
      taken += bytes;
    }

    @Override
    public void close() {
      free.release(taken);
      taken = 0;
    }
  }

  private void checkSize(long bytes) {
    if (bytes > bodyMax) {
      throw tooLarge("the body", bodyMax);
    }
  }

  static PerdureException tooLarge(String what, long max) {
    return Problem.of(
            ServerCode.REQUEST_TOO_LARGE,
            what + " has more than " + max + " bytes",
            "Send less; keep large values elsewhere and pass a reference to them")
        .exception();
  }

  static PerdureException overloaded(String why) {
    return overloaded(why, "Try again after a second; nothing was done");
  }

  static PerdureException overloaded(String why, String remedy) {
    return Problem.of(NodeCode.OVERLOADED, why, remedy).exception();
  }
}
