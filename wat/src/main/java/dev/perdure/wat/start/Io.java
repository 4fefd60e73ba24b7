package dev.perdure.wat.start;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Nothing;
import dev.perdure.wat.data.Tuple;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.data.Vector;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.run.Raise;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Readers, writers and files (W15.4). Threads may share one.
final class Io {
  private static final String PREFIX = "wat::io::";

  private final Input input;
  private final FileAccess files;
  private final Consumer<String> out;
  private final Consumer<String> err;

  /// @param out takes what is written to stdout
  /// @param err takes what is written to stderr
  Io(Input input, Grants grants, Consumer<String> out, Consumer<String> err) {
    this.input = input;
    this.files = new FileAccess(grants);
    this.out = out;
    this.err = err;
  }

  /// Whether it does an operation.
  static boolean isOne(String operation) {
    return operation.startsWith(PREFIX) || operation.equals("wat::kernel::pipe");
  }

  /// Does it; what an open handle fails with is the raise `IoFailed`.
  Object perform(String operation, Object[] args) {
    try {
      return args.length > 0 && args[0] instanceof ReaderHandle reader
          ? read(operation, reader, args)
          : args.length > 0 && args[0] instanceof WriterHandle writer
              ? write(operation, writer, args)
              : opened(operation, args);
    } catch (IOException e) {
      throw failed(operation, e);
    }
  }

  private static Raise failed(String operation, IOException e) {
    var message = e instanceof CharacterCodingException ? "it is not UTF-8" : message(e);
    return Raise.of(
        Kind.RUNTIME_IO_FAILED, ":" + operation + ": " + message, ":" + operation, message);
  }

  private static String message(IOException e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private Object opened(String operation, Object[] args) throws IOException {
    return switch (operation) {
      case "wat::io::IOReader/from-string" ->
          ReaderHandle.of(((String) args[0]).getBytes(StandardCharsets.UTF_8));
      case "wat::io::IOReader/from-bytes" -> ReaderHandle.of(Bytes.of((Vector) args[0]));
      case "wat::io::IOReader/from-fd" -> reader((long) args[0]);
      case "wat::io::IOReader/open-file" -> files.reader((String) args[0]);
      case "wat::io::IOWriter/new" -> WriterHandle.toMemory();
      case "wat::io::IOWriter/from-fd" -> writer((long) args[0]);
      case "wat::io::IOWriter/open-file" -> files.writer((String) args[0]);
      case "wat::io::read-file" -> files.text((String) args[0]);
      case "wat::io::write-file" -> files.write((String) args[0], (String) args[1]);
      case "wat::io::list-dir" -> files.list((String) args[0]);
      case "wat::io::TempFile/new" -> files.temporary();
      case "wat::io::TempFile/path" -> ((TempFileHandle) args[0]).file().toString();
      case "wat::kernel::pipe" -> pipe();
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private ReaderHandle reader(long descriptor) throws IOException {
    if (descriptor != 0) {
      throw new IOException("only 0, stdin, can be read from, not " + descriptor);
    }
    return input.stdin();
  }

  private WriterHandle writer(long descriptor) throws IOException {
    if (descriptor != 1 && descriptor != 2) {
      throw new IOException("only 1, stdout, and 2, stderr, can be written to, not " + descriptor);
    }
    return WriterHandle.of(stream(descriptor == 1 ? out : err));
  }

  /// Its writes must be UTF-8, each by itself: lines of the process's streams are text.
  private static OutputStream stream(Consumer<String> lines) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        lines.accept(Bytes.text(Arrays.copyOfRange(bytes, offset, offset + length)));
      }
    };
  }

  private static Tuple pipe() {
    var pipe = new Pipe();
    return Tuple.of(WriterHandle.of(pipe), ReaderHandle.of(pipe.in()));
  }

  private Object read(String operation, ReaderHandle reader, Object[] args) throws IOException {
    return switch (operation) {
      case "wat::io::IOReader/read" -> {
        var bytes = reader.read((long) args[1]);
        yield Variant.option(bytes == null ? null : Bytes.of(bytes));
      }
      case "wat::io::IOReader/read-line" -> {
        var line = reader.line();
        yield Variant.option(line == null ? null : Bytes.text(line));
      }
      case "wat::io::IOReader/read-all" -> Bytes.of(reader.all());
      case "wat::io::IOReader/read-all-string" -> Bytes.text(reader.all());
      case "wat::io::IOReader/read-frame" -> input.text(reader);
      case "wat::io::IOReader/rewind" -> {
        reader.rewind();
        yield Nothing.NIL;
      }
      case "wat::io::IOReader/close" -> {
        reader.close();
        yield Nothing.NIL;
      }
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static Object write(String operation, WriterHandle writer, Object[] args)
      throws IOException {
    return switch (operation) {
      case "wat::io::IOWriter/write", "wat::io::IOWriter/write-all" ->
          writer.write(Bytes.of((Vector) args[1]));
      case "wat::io::IOWriter/write-string" -> text(writer, (String) args[1]);
      case "wat::io::IOWriter/writeln" -> text(writer, args[1] + "\n");
      case "wat::io::IOWriter/print" -> printed(writer, EdnWriter.write(args[1]));
      case "wat::io::IOWriter/println" -> printed(writer, EdnWriter.write(args[1]) + "\n");
      case "wat::io::IOWriter/flush" -> {
        writer.flush();
        yield Nothing.NIL;
      }
      case "wat::io::IOWriter/close" -> {
        writer.close();
        yield Nothing.NIL;
      }
      case "wat::io::IOWriter/to-bytes" -> Bytes.of(writer.written());
      case "wat::io::IOWriter/to-string" -> string(writer.written());
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private static long text(WriterHandle writer, String text) throws IOException {
    return writer.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Nothing printed(WriterHandle writer, String text) throws IOException {
    text(writer, text);
    return Nothing.NIL;
  }

  private static Variant string(byte[] bytes) {
    try {
      return Variant.some(Bytes.text(bytes));
    } catch (CharacterCodingException e) {
      return Variant.NONE;
    }
  }
}
