package dev.perdure.server;

import dev.perdure.value.Edn;
import dev.perdure.value.Inst;
import dev.perdure.value.Keyword;
import dev.perdure.value.Limits;
import dev.perdure.value.MapValue;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import dev.perdure.value.Str;
import dev.perdure.value.Value;
import dev.perdure.value.Vec;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The tokens of a data directory, in the file `tokens.edn`, which its owner alone can read: a
/// vector of `{:name "ci" :role :operate :sha256 "…" :created #inst "…"}`. Whoever changes it holds
/// the lock of `tokens.lock` and replaces the file whole, so a reader sees one state or the other.
public final class TokenFile {
  private static final String NAME = "tokens.edn";
  private static final String LOCK = "tokens.lock";
  private static final String PREFIX = "perdure_";
  private static final int SECRET_BYTES = 32;
  private static final String NAME_RULE = "[A-Za-z0-9._-]{1,64}";
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  private final Path file;

  /// The tokens of a file, which may not be there.
  public TokenFile(Path file) {
    this.file = file;
  }

  /// The tokens of a data directory.
  public static TokenFile in(Path dataDirectory) {
    return new TokenFile(dataDirectory.resolve(NAME));
  }

  /// The file.
  Path file() {
    return file;
  }

  /// All tokens; none if there is no file.
  ///
  /// @throws PerdureException `TOKENS_UNUSABLE` if it cannot be read, or others can read it too
  public List<Token> list() {
    try {
      checkOwner();
      return decode(Edn.read(Files.readString(file), NAME, Limits.OUTSIDE));
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw unusable("cannot be read: " + e);
    } catch (ClassCastException | IllegalArgumentException | PerdureException e) {
      throw e instanceof PerdureException p && p.code() == ServerCode.TOKENS_UNUSABLE
          ? p
          : unusable("does not hold tokens");
    }
  }

  private void checkOwner() throws IOException {
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    var others = EnumSet.copyOf(view.readAttributes().permissions());
    others.removeAll(
        EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_EXECUTE));
    if (!others.isEmpty()) {
      throw unusable("can be read or written by others than its owner");
    }
  }

  private PerdureException unusable(String why) {
    return new Problem(
            ServerCode.TOKENS_UNUSABLE,
            "the file of tokens " + why,
            file.toString(),
            "Make it readable by its owner only (chmod 600), or move it away and create the tokens"
                + " anew")
        .exception();
  }

  private static List<Token> decode(Value value) {
    var tokens = new ArrayList<Token>();
    for (var element : (Vec) value) {
      var map = (MapValue) element;
      tokens.add(
          new Token(
              ((Str) field(map, "name")).value(),
              Role.valueOf(((Keyword) field(map, "role")).name().toUpperCase(Locale.ROOT)),
              ((Str) field(map, "sha256")).value(),
              ((Inst) field(map, "created")).value()));
    }
    return tokens;
  }

  private static Value field(MapValue map, String name) {
    var value = map.get(Keyword.of(name));
    if (value == null) {
      throw new IllegalArgumentException(name);
    }
    return value;
  }

  private static Value encode(Token token) {
    return MapValue.of(
        Keyword.of("name"),
        new Str(token.name()),
        Keyword.of("role"),
        Keyword.of(token.role().name().toLowerCase(Locale.ROOT)),
        Keyword.of("sha256"),
        new Str(token.sha256()),
        Keyword.of("created"),
        new Inst(token.created()));
  }

  /// Makes a token.
  ///
  /// @return its text, which is told this once
  /// @throws PerdureException `TOKEN_NAME` if the name is taken or is none, `TOKENS_UNUSABLE`
  public String create(String name, Role role, Instant now) {
    if (!name.matches(NAME_RULE)) {
      throw Problem.of(
              ServerCode.TOKEN_NAME,
              "\"" + name + "\" cannot be the name of a token",
              "Use 1 to 64 letters, digits, dots, dashes and underscores")
          .exception();
    }
    var text = newText();
    change(tokens -> {
      if (tokens.stream().anyMatch(t -> t.name().equals(name))) {
        throw Problem.of(
                ServerCode.TOKEN_NAME,
                "there is a token " + name + " already",
                "Take another name, or revoke it first with `perdure token revoke " + name + "`")
            .exception();
      }
      tokens.add(new Token(name, role, sha256(text), now));
    });
    return text;
  }

  /// Makes a token worthless, also for a server that runs. The file stays, so a directory that has
  /// no token left admits nobody.
  ///
  /// @throws PerdureException `TOKEN_NAME` if there is none of this name, `TOKENS_UNUSABLE`
  public void revoke(String name) {
    change(tokens -> {
      if (!tokens.removeIf(t -> t.name().equals(name))) {
        throw Problem.of(
                ServerCode.TOKEN_NAME,
                "there is no token " + name,
                "Look the names up with `perdure token list`")
            .exception();
      }
    });
  }

  private static String newText() {
    var bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The hash that is kept of a token's text. The text has 256 random bits, so a plain hash is
  /// enough: there is nothing to guess.
  static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private interface Changing {
    void change(List<Token> tokens);
  }

  private void change(Changing changing) {
    var lock = file.resolveSibling(LOCK);
    try (var channel = opened(lock);
        var _ = channel.lock()) {
      var tokens = new ArrayList<>(list());
      changing.change(tokens);
      replace(Edn.pretty(Vec.of(tokens.stream().map(TokenFile::encode).toList())) + "\n");
    } catch (IOException e) {
      throw unusable("cannot be written: " + e);
    }
  }

  private static FileChannel opened(Path lock) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return lock.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? FileChannel.open(lock, options, PosixFilePermissions.asFileAttribute(OWNER))
        : FileChannel.open(lock, options);
  }

  private void replace(String content) throws IOException {
    var next = file.resolveSibling(NAME + ".next");
    Files.deleteIfExists(next);
    Files.createFile(next);
    if (Files.getFileAttributeView(next, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(next, OWNER);
    }
    try (var channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      channel.write(StandardCharsets.UTF_8.encode(content));
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
