package dev.perdure.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexTest {
  @TempDir Path directory;

  @Test
  void onlyWhatIsDurableIsApplied() {
    try (var place = new Workplace(directory)) {
      var events = new RandomEvents(1);
      events.append(place.log(), 3);
      try (var index = place.index()) {
        assertThat(index.advance()).isFalse();
        assertThat(index.position().nextOffset()).isZero();
        place.log().sync();
        events.append(place.log(), 4);
        assertThat(index.advance()).isTrue();
        assertThat(index.position().nextOffset()).isEqualTo(3);
        assertThat(index.advance()).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void whatIsAppliedBitByBitIsTheSameAsAtOnce(long seed) {
    try (var place = new Workplace(directory)) {
      var random = new SplittableRandom(seed);
      var events = new RandomEvents(seed);
      var index = place.index();
      for (int i = 0; i < 300; i++) {
        events.append(place.log());
        if (random.nextInt(3) > 0) {
          place.log().sync();
          index.advance();
        }
        if (random.nextInt(40) == 0) {
          index.close();
          index = place.index();
        }
      }
      place.log().sync();
      index.catchUp();
      index.close();
      assertThat(place.dump()).isEqualTo(place.dumpOfFresh());
    }
  }

  @Test
  void anIndexThatIsInStepIsLeftAsItIs() {
    try (var place = new Workplace(directory)) {
      place.write(5, 50);
      place.project();
      var before = place.dump();
      try (var index = place.index()) {
        assertThat(index.position().appliedMillis()).isEqualTo(7);
        assertThat(index.advance()).isFalse();
      }
      assertThat(place.dump()).isEqualTo(before);
    }
  }

  @Test
  void aReaderSeesWholeTransactions() throws Exception {
    try (var place = new Workplace(directory);
        var index = place.index()) {
      var seen = new AtomicReference<List<List<Object>>>(List.of());
      var done = new AtomicBoolean();
      var reading = Thread.ofPlatform().start(() -> seen.set(differing(done)));
      var events = new RandomEvents(10);
      for (int i = 0; i < 500; i++) {
        events.append(place.log());
        place.log().sync();
        index.advance();
      }
      done.set(true);
      reading.join();
      assertThat(seen.get()).isEmpty();
    }
  }

  /// Rows that say another offset than the events have.
  private List<List<Object>> differing(AtomicBoolean done) {
    var sql =
        """
        select next_offset, events from projection,
          (select coalesce(max(offset) + 1, 0) as events from event_rows) where next_offset <> events\
        """;
    var differing = new ArrayList<List<Object>>();
    try (var reader = IndexReader.open(directory)) {
      while (!done.get()) {
        differing.addAll(reader.query(sql, QueryLimits.defaults()).rows());
      }
    }
    return differing;
  }

  @Test
  void aDirectoryMayHaveAnyName() throws IOException {
    for (var name : List.of("a b", "a?b=c&d", "a#b", "a%41b", "Größe", "it's", "a;b")) {
      try (var place = new Workplace(Files.createDirectory(directory.resolve(name)))) {
        place.write(9, 20);
        place.project();
        assertThat(place.file()).isNotEmptyFile();
        assertThat(place.dump()).isEqualTo(place.dumpOfFresh());
      }
    }
  }

  @Test
  void onlyItsOwnerMayReadTheIndex() throws IOException {
    try (var place = new Workplace(directory)) {
      place.project();
      assertThat(Files.getPosixFilePermissions(place.file().getParent()))
          .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void anIndexIsReadWhileItIsWritten() {
    try (var place = new Workplace(directory)) {
      place.write(6, 50);
      try (var index = place.index()) {
        index.catchUp();
        try (var reader = IndexReader.open(directory)) {
          var before = reader.position();
          place.write(7, 10);
          index.catchUp();
          assertThat(before.nextOffset()).isLessThan(reader.position().nextOffset());
          assertThat(reader.position()).isEqualTo(index.position());
        }
      }
    }
  }
}
