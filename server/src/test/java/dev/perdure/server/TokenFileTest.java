package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFileTest {
  @TempDir Path directory;

  private TokenFile file() {
    return TokenFile.in(directory);
  }

  private static void assertCode(ServerCode code, Runnable body) {
    assertThatThrownBy(body::run)
        .isInstanceOfSatisfying(PerdureException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void tokensAreFoundByTheirTextsAndDifferEachTime() {
    var first = file().create("a", Role.READ, Instant.EPOCH);
    var second = file().create("b", Role.DEPLOY, Instant.EPOCH);
    assertThat(first).isNotEqualTo(second);
    var tokens = new Tokens(file());
    assertThat(tokens.find(first)).map(Token::name).contains("a");
    assertThat(tokens.find(second)).map(Token::role).contains(Role.DEPLOY);
    assertThat(tokens.find("")).isEmpty();
    assertThat(tokens.find(first + " ")).isEmpty();
    file().revoke("a");
    assertThat(tokens.find(first)).isEmpty();
    assertThat(tokens.find(second)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "../x", "ä"})
  void aNameIsAPlainWord(String name) {
    assertCode(ServerCode.TOKEN_NAME, () -> file().create(name, Role.READ, Instant.EPOCH));
    assertThat(file().list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "[7]", "[{:name \"a\"}]", "[{:name \"a\" :role :king}]"})
  void aFileThatHoldsNoTokensIsToldAndLeftAsItIs(String content) throws IOException {
    Files.writeString(file().file(), content);
    Files.setPosixFilePermissions(file().file(), PosixFilePermissions.fromString("rw-------"));
    assertCode(ServerCode.TOKENS_UNUSABLE, () -> file().list());
    assertCode(ServerCode.TOKENS_UNUSABLE, () -> file().create("a", Role.READ, Instant.EPOCH));
    assertThat(Files.readString(file().file())).isEqualTo(content);
  }
}
