package dev.perdure.wat.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantsTest {
  @TempDir Path directory;
  private FileAccess files;

  @BeforeEach
  void grant() throws IOException {
    Files.createDirectories(directory.resolve("open/inner"));
    Files.createDirectories(directory.resolve("opened"));
    Files.writeString(directory.resolve("open/a.txt"), "a");
    Files.writeString(directory.resolve("opened/b.txt"), "b");
    Files.writeString(directory.resolve("secret.txt"), "secret");
    files = new FileAccess(Grants.of(directory, List.of("open"), List.of("open/inner")));
  }

  private String read(String path) {
    return files.text(path).toString();
  }

  private String write(String path) {
    return files.write(path, "x").toString();
  }

  @Test
  void aFileBelowAGrantIsRead() {
    assertThat(read("open/a.txt")).contains("Ok").contains("\"a\"");
    assertThat(read(directory.resolve("open/./inner/../a.txt").toString())).contains("Ok");
    assertThat(files.list("open").toString()).contains("[\"a.txt\" \"inner\"]");
  }

  @Test
  void aFileBesideAGrantIsNot() {
    for (var path :
        List.of("secret.txt", "open/../secret.txt", "opened/b.txt", "open/x/../../secret.txt")) {
      assertThat(read(path)).as(path).contains("GrantMissing", "--allow-read " + path);
    }
    assertThat(files.list(".").toString()).contains("GrantMissing");
    assertThat(files.reader("secret.txt").toString()).contains("GrantMissing");
  }

  @Test
  void nothingIsToldOfWhatIsNotGranted() {
    assertThat(read("nowhere.txt")).contains("GrantMissing");
    assertThat(read("\0")).contains("GrantMissing");
    assertThat(read("open/nowhere.txt")).contains("NotFound");
  }

  @Test
  void aLinkIsWhereItLeads() throws IOException {
    Files.createSymbolicLink(directory.resolve("open/link"), directory.resolve("secret.txt"));
    Files.createSymbolicLink(directory.resolve("way"), directory.resolve("open"));
    assertThat(read("open/link")).contains("GrantMissing");
    assertThat(read("way/a.txt")).contains("Ok");
  }

  @Test
  void aLinkThatLeadsNowhereMakesNoFileElsewhere() throws IOException {
    Files.createSymbolicLink(directory.resolve("open/inner/link"), directory.resolve("new.txt"));
    assertThat(write("open/inner/link")).contains("GrantMissing");
    assertThat(directory.resolve("new.txt")).doesNotExist();
  }

  @Test
  void writingDoesNotIncludeReadingNorReadingWriting() throws IOException {
    files = new FileAccess(Grants.of(directory, List.of("open/a.txt"), List.of("open/inner")));
    assertThat(write("open/inner/new.txt")).contains("Ok");
    assertThat(read("open/inner/new.txt")).contains("GrantMissing");
    assertThat(write("open/a.txt")).contains("GrantMissing");
    assertThat(files.writer("open/a.txt").toString()).contains("GrantMissing");
  }

  @Test
  void aGrantOfALinkIsOneOfWhereItLeads() throws IOException {
    Files.createSymbolicLink(directory.resolve("way"), directory.resolve("open"));
    files = new FileAccess(Grants.of(directory, List.of("way"), List.of()));
    assertThat(read("open/a.txt")).contains("Ok");
  }

  @Test
  void aTemporaryFileNeedsTheGrantOfItsFolder() throws IOException {
    assertThat(files.temporary().toString()).contains("GrantMissing", "--allow-write");
    var folder = System.getProperty("java.io.tmpdir");
    files = new FileAccess(Grants.of(directory, List.of(), List.of(folder)));
    var made = files.temporary();
    assertThat(made.isOk()).isTrue();
    assertThat(((TempFileHandle) made.field(0)).file()).exists().startsWith(Path.of(folder));
  }
}
