package dev.perdure.wat.thread;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.run.Context;
import dev.perdure.wat.run.Printed;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import java.nio.charset.StandardCharsets;

/// The streams of a program that runs on a thread (W12.3): it reads what its client writes, and
/// writes what its client reads. Values cross as text, as between processes, and are checked where
/// they are read.
///
/// @param in from the client
/// @param out to the client
/// @param client what the client takes
record Ambient(Channel in, Channel out, Context client) {

  /// Whether an operation is of a stream of the process.
  static boolean isOne(String operation) {
    return switch (operation) {
      case "wat::kernel::println",
          "wat::kernel::pprintln",
          "wat::kernel::eprintln",
          "wat::kernel::epprintln",
          "wat::kernel::readln",
          "wat::kernel::readln-within",
          "wat::kernel::read-frame",
          "wat::io::IOReader/from-fd",
          "wat::io::IOWriter/from-fd" ->
          true;
      default -> false;
    };
  }

  /// The channel on which an operation may have to wait for the client.
  Channel waitsFor(String operation) {
    return operation.endsWith("println") ? out : in;
  }

  /// Whether it need not wait.
  boolean isReady(String operation) {
    return switch (operation) {
      case "wat::kernel::println", "wat::kernel::pprintln" -> out.takes();
      case "wat::kernel::readln", "wat::kernel::readln-within", "wat::kernel::read-frame" ->
          in.gives();
      default -> true;
    };
  }

  /// Does an operation that is ready.
  ///
  /// @param now how many values the program has received
  Object perform(String operation, Object[] args, long now) {
    return switch (operation) {
      case "wat::kernel::println", "wat::kernel::pprintln" ->
          print(Printed.line(operation, args[0]));
      case "wat::kernel::eprintln", "wat::kernel::epprintln" ->
          throw new World.Ended(Printed.line(operation, args[0]));
      case "wat::kernel::readln" -> read((Context) args[0], Long.MAX_VALUE, now);
      case "wat::kernel::readln-within" -> read((Context) args[1], (long) args[0], now);
      case "wat::kernel::read-frame" -> text(now);
      default ->
          throw Raise.of(
              Kind.RUNTIME_IO_FAILED,
              ":" + operation + ": a program on a thread has no descriptors",
              ":" + operation,
              "a program on a thread has no descriptors");
    };
  }

  private Nothing print(String text) {
    var value = Wire.value(text, client);
    var sent = out.send(value.isOk() ? value.field(0) : new Channel.Bad(value));
    if (!sent.isOk()) {
      throw Raise.of(Kind.RUNTIME_WRITE_STOPPED, "nobody reads stdout any more");
    }
    return Nothing.NIL;
  }

  private Variant text(long now) {
    var value = in.receive(now);
    return value.isOk() ? Variant.ok(EdnWriter.write(value.field(0))) : value;
  }

  private Variant read(Context context, long bytesMax, long now) {
    var text = text(now);
    if (!text.isOk()) {
      return text;
    }
    var frame = (String) text.field(0);
    return frame.getBytes(StandardCharsets.UTF_8).length > bytesMax
        ? Wire.bad(
            "the frame has more than " + bytesMax + " bytes",
            frame,
            context.wanted().toString(),
            "")
        : Wire.value(frame, context);
  }
}
