package dev.perdure.log.aes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.log.Limits;
import dev.perdure.log.LogCode;
import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  @TempDir Path temp;
  private Path path = Path.of("");
  private KeyFile file = new KeyFile(path);

  @BeforeEach
  void name() {
    path = temp.resolve("keys");
    file = new KeyFile(path);
  }

  @Test
  void aNewFileHasOneKeyAndIsItsOwnersOnly() throws IOException {
    var name = file.create();
    assertThat(file.read().inOrder()).containsExactly(name);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(path).getFirst()).isEqualTo("perdure-keys 1");
  }

  @Test
  void aKeyThatIsAddedIsTheNewestAndTheOthersStay() throws IOException {
    var first = file.create();
    Files.writeString(path, Files.readString(path) + "\n# of last year");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));
    var second = file.add();
    assertThat(file.read().inOrder()).containsExactly(first, second);
    assertThat(file.read().newest()).isEqualTo(second);
    assertThat(Files.readString(path)).contains("# of last year\nkey");
    try (var there = Files.list(temp)) {
      assertThat(there).containsExactly(path);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw-----w-", "rw----r--", "rwx--x---"})
  void aFileThatOthersCanReadOrWriteIsRefused(String permissions) throws IOException {
    file.create();
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    assertUnusable("by others");
    assertThatThrownBy(file::add).hasMessageContaining("by others");
  }

  @Test
  void aFileThatIsThereIsNotReplacedByANewOne() throws IOException {
    file.create();
    var before = Files.readString(path);
    assertThatThrownBy(file::create).hasMessageContaining("already");
    assertThat(Files.readString(path)).isEqualTo(before);
  }

  @Test
  void whatIsNoFileOfKeysIsRefusedWithoutTellingWhatItHolds() throws IOException {
    assertUnusable("is not there");
    file.create();
    var lines = Files.readAllLines(path);
    var key = lines.get(1);
    write(List.of());
    assertUnusable("is empty");
    write(List.of("perdure-keys 2", key));
    assertUnusable("does not begin");
    write(List.of("perdure-keys 1", "# nothing"));
    assertUnusable("has no key");
    write(List.of("perdure-keys 1", "", key.substring(0, key.length() - 1)));
    assertUnusable("line 3");
    write(List.of("perdure-keys 1", key, key));
    assertUnusable("twice");
    var flipped = key.endsWith("0") ? "1" : "0";
    write(List.of("perdure-keys 1", key.substring(0, key.length() - 1) + flipped));
    assertUnusable("does not belong to its name");
  }

  @Test
  void whatIsToBeDoneFitsWhatIsWrongWithTheFile() throws IOException {
    assertRemedy(file::read, "Check its path");
    assertRemedy(new KeyFile(temp)::read, "Name the file itself");
    assertRemedy(new KeyFile(temp.resolve("nowhere/keys"))::create, "Make the folder " + temp);
    file.create();
    assertRemedy(file::create, "`perdure key add`");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
    assertRemedy(file::read, "`chmod 600 " + path + "`");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    write(List.of("perdure-keys 1", "key 1"));
    assertRemedy(file::read, "Put a copy of the file back");
    write(List.of("something else"));
    assertRemedy(file::read, "`perdure key new` has made");
  }

  private static void assertRemedy(ThrowingCallable asked, String remedy) {
    assertThatThrownBy(asked)
        .isInstanceOfSatisfying(
            PerdureException.class, e -> assertThat(e.problem().remedy()).contains(remedy));
  }

  @Test
  void aFileTakesAsManyKeysAsCanBeUsed() {
    file.create();
    for (int i = 1; i < Limits.KEYS_MAX; i++) {
      file.add();
    }
    assertThat(file.read().inOrder()).hasSize(Limits.KEYS_MAX);
    assertThatThrownBy(file::add).hasMessageContaining("as many as there can be");
  }

  private void write(List<String> lines) throws IOException {
    Files.write(path, lines);
  }

  private void assertUnusable(String why) {
    assertThatThrownBy(file::read)
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> {
              assertThat(e.code()).isEqualTo(LogCode.KEY_FILE_UNUSABLE);
              assertThat(e.problem().text()).contains(why).doesNotContainPattern("[0-9a-f]{32}");
            });
  }
}
