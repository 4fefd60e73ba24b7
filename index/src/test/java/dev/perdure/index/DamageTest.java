package dev.perdure.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.value.PerdureException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever becomes of the file, the next opening makes it what it should be.
class DamageTest {
  @TempDir Path directory;
  private Workplace place;

  @BeforeEach
  void project() {
    place = new Workplace(directory);
    place.write(11, 200);
    place.project();
  }

  @AfterEach
  void closeLog() {
    place.close();
  }

  private void assertThatItIsMade() {
    place.project();
    assertThat(place.dump()).isEqualTo(place.dumpOfFresh());
  }

  private void sql(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(Tables.url(place.file()));
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aDeletedFileIsMadeAnew() throws IOException {
    Files.delete(place.file());
    assertThatItIsMade();
  }

  @Test
  void aFileDeletedUnderItsWriterIsMadeAnew() throws IOException {
    try (var index = place.index()) {
      Index.delete(directory);
      place.write(12, 20);
      index.catchUp();
    }
    assertThat(place.dump()).isEqualTo(place.dumpOfFresh());
  }

  @Test
  void aFileCutShortIsMadeAnewWhereverItIsCut() throws IOException {
    var whole = Files.readAllBytes(place.file());
    var random = new SplittableRandom(1);
    for (int i = 0; i < 20; i++) {
      Files.write(place.file(), Arrays.copyOf(whole, random.nextInt(whole.length)));
      assertThatItIsMade();
      Files.write(place.file(), Arrays.copyOf(whole, whole.length - 1 - random.nextInt(5_000)));
      assertThatItIsMade();
    }
  }

  @Test
  void aFileOfGarbageIsMadeAnew() throws IOException {
    var garbage = new byte[100_000];
    new java.util.Random(3).nextBytes(garbage);
    Files.write(place.file(), garbage);
    assertThatItIsMade();
    Files.write(place.file().resolveSibling("index.db-wal"), garbage);
    assertThatItIsMade();
  }

  @Test
  void pagesOfGarbageAreFoundByACheckOrByWhoReadsThem() throws IOException {
    try (var file = new RandomAccessFile(place.file().toFile(), "rw")) {
      long pages = file.length() / 4096;
      assertThat(pages).isGreaterThan(20);
      for (long page = pages / 2; page < pages; page++) {
        file.seek(page * 4096);
        file.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
      }
    }
    try (var reader = IndexReader.open(directory)) {
      assertThatThrownBy(reader::check)
          .isInstanceOfSatisfying(
              PerdureException.class,
              e -> assertThat(e.problem().code()).isEqualTo(IndexCode.INDEX_DAMAGED));
    }
    place.write(13, 50);
    assertThatItIsMade();
  }

  @Test
  void aFileOfANewerSchemaIsMadeAnew() throws SQLException {
    sql("pragma user_version = " + (Schema.VERSION + 1));
    assertThatThrownBy(() -> IndexReader.open(directory))
        .hasMessageContaining("of another release");
    assertThatItIsMade();
  }

  @Test
  void aDatabaseOfSomethingElseIsMadeAnew() throws SQLException {
    sql("pragma application_id = 1");
    assertThatItIsMade();
  }

  @Test
  void aFileWhoseTablesAreGoneIsMadeAnew() throws SQLException {
    sql("drop table projection");
    assertThatItIsMade();
    sql("delete from projection");
    assertThatItIsMade();
    sql("drop table tasks");
    place.write(14, 20);
    assertThatItIsMade();
  }

  @Test
  void aFileWhoseRowsWereChangedIsMadeAnewWhenItIsFound() throws SQLException {
    sql("delete from tasks");
    place.write(15, 50);
    assertThatItIsMade();
  }

  @Test
  void theIndexOfAnotherLogIsMadeAnew() throws IOException {
    var other = Files.createDirectory(directory.resolve("other"));
    try (var elsewhere = new Workplace(other)) {
      elsewhere.write(16, 30);
      elsewhere.project();
      Files.copy(elsewhere.file(), place.file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    assertThatItIsMade();
  }

  @Test
  void anIndexOfALogThatWasRestoredFromAnOlderCopyIsMadeAnew() throws IOException {
    place.close();
    var log = directory.resolve("log");
    var copy = directory.resolve("copy");
    copy(log, copy);
    place.open();
    place.write(17, 40);
    place.project();
    place.close();
    copy(copy, log);
    place.open();
    // Longer than the log that the index has seen, with another past.
    place.write(18, 60);
    assertThatItIsMade();
  }

  @Test
  void anIndexOfAnotherPastThatIsJustAsLongIsMadeAnew() throws IOException {
    place.close();
    var log = directory.resolve("log");
    var copy = directory.resolve("copy");
    copy(log, copy);
    place.open();
    place.write(17, 3);
    place.project();
    long end = place.log().end().value();
    place.close();
    copy(copy, log);
    place.open();
    var events = new RandomEvents(18, place.log());
    events.append(place.log(), (int) (end - place.log().end().value()));
    place.log().sync();
    assertThat(place.log().end().value()).isEqualTo(end);
    assertThatItIsMade();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (var files = Files.list(from)) {
      for (var file : files.toList()) {
        Files.copy(
            file,
            to.resolve(file.getFileName()),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    var elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.writeString(elsewhere.resolve("index"), "a file");
    assertThatThrownBy(() -> Index.open(elsewhere, place.log(), () -> Instant.EPOCH))
        .isInstanceOfSatisfying(
            PerdureException.class,
            e -> assertThat(e.problem().code()).isEqualTo(IndexCode.INDEX_UNUSABLE));
  }
}
