package dev.perdure.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/// Copies the beginnings of files, durably, with their checksums, for their owner only. Blocks.
final class CopiedFile {
  private static final int PIECE_BYTES = 1 << 20;

  private CopiedFile() {}

  /// Copies the first bytes of a file to a new place, which is there wholly or not at all.
  ///
  /// @param length the copy has zeros behind them up to it
  /// @return their SHA-256 as they were read
  static String copy(Path from, Path to, long bytes, long length) throws IOException {
    OwnerOnly.folder(parent(to));
    var temporary = incoming(to);
    var digest = sha256();
    try (var in = FileChannel.open(from, StandardOpenOption.READ);
        var out = OwnerOnly.file(temporary)) {
      each(
          in,
          from,
          bytes,
          piece -> {
            digest.update(piece.duplicate());
            while (piece.hasRemaining()) {
              out.write(piece);
            }
          });
      var zeros = ByteBuffer.allocate(PIECE_BYTES);
      for (long left = length - bytes; left > 0; left -= zeros.limit()) {
        zeros.clear().limit((int) Math.min(left, PIECE_BYTES));
        out.write(zeros);
        zeros.rewind();
      }
      out.force(true);
    }
    move(temporary, to);
    return HexFormat.of().formatHex(digest.digest());
  }

  /// The SHA-256 of the first bytes of a file.
  static String sha256(Path file, long bytes) throws IOException {
    var digest = sha256();
    try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
      each(in, file, bytes, digest::update);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private interface Reader {
    void read(ByteBuffer piece) throws IOException;
  }

  private static void each(FileChannel in, Path file, long bytes, Reader reader)
      throws IOException {
    var piece = ByteBuffer.allocate(PIECE_BYTES);
    for (long left = bytes; left > 0; ) {
      piece.clear().limit((int) Math.min(left, PIECE_BYTES));
      int read = in.read(piece);
      if (read < 0) {
        throw new IOException(file + " is shorter than " + bytes + " bytes");
      }
      reader.read(piece.flip());
      left -= read;
    }
  }

  /// Puts a text in a place, wholly or not at all.
  static void write(Path to, String text) throws IOException {
    var temporary = incoming(to);
    try (var out = OwnerOnly.file(temporary)) {
      var bytes = StandardCharsets.US_ASCII.encode(text);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    move(temporary, to);
  }

  /// Where a file is written before it is put in its place.
  static Path incoming(Path to) {
    return to.resolveSibling(to.getFileName() + ".new");
  }

  /// Puts a file in a place, wholly or not at all, durably.
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    force(parent(to));
  }

  /// The folder of a file.
  static Path parent(Path file) {
    return Objects.requireNonNull(file.getParent(), "a file is in a folder");
  }

  private static void force(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /// The SHA-256 of a text, in hexadecimal.
  static String sha256(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
