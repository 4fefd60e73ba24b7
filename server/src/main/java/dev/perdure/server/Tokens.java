package dev.perdure.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The tokens that count now: the file is read again whenever it has been replaced, so a token that
/// was revoked is worthless at the next request.
final class Tokens {
  private final @Nullable TokenFile file;
  private volatile Read last = new Read(null, List.of());

  /// What tells one state of the file from another.
  private record Stamp(@Nullable Object key, FileTime modified, long size) {}

  private record Read(@Nullable Stamp stamp, List<Token> tokens) {}

  /// @param file null: there are none, and never will be
  Tokens(@Nullable TokenFile file) {
    this.file = file;
  }

  /// Whether requests need a token: as soon as there is a file of them, and be it an empty one.
  boolean required() {
    return file != null && Files.exists(file.file());
  }

  /// Whether anybody could be admitted.
  boolean any() {
    return !now().isEmpty();
  }

  /// The token with this text. All are looked at, each in the same time, whether it is the one or
  /// not.
  ///
  /// @throws dev.perdure.value.PerdureException `TOKENS_UNUSABLE`: nobody is admitted then
  Optional<Token> find(String text) {
    var asked = TokenFile.sha256(text).getBytes(StandardCharsets.US_ASCII);
    Token found = null;
    for (var token : now()) {
      if (MessageDigest.isEqual(asked, token.sha256().getBytes(StandardCharsets.US_ASCII))) {
        found = token;
      }
    }
    return Optional.ofNullable(found);
  }

  private List<Token> now() {
    if (file == null) {
      return List.of();
    }
    var stamp = stamp(file.file());
    var known = last;
    if (stamp == null || !Objects.equals(stamp, known.stamp())) {
      known = new Read(stamp, List.copyOf(file.list()));
      last = known;
    }
    return known.tokens();
  }

  private static @Nullable Stamp stamp(Path file) {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Stamp(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
    } catch (IOException _) {
      return null;
    }
  }
}
