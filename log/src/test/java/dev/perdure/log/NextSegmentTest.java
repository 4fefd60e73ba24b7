package dev.perdure.log;

import static dev.perdure.log.Samples.SMALL;
import static dev.perdure.log.Samples.append;
import static dev.perdure.log.Samples.appendKilobytes;
import static dev.perdure.log.Samples.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.log.fault.ForwardingStorage;
import dev.perdure.log.fault.SimDisk;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Segments that are made before they are needed.
class NextSegmentTest {
  private static final int FIRST_HALF = 3;
  private static final int SECOND_HALF = 4;

  private final Watched storage = new Watched();

  @Test
  void theNextSegmentIsAskedForWhenThePresentOneIsHalfFullAndOnlyOnce() {
    try (var log = Log.open(storage, SMALL)) {
      appendKilobytes(log, FIRST_HALF);
      assertThat(storage.asked).isEmpty();
      appendKilobytes(log, SECOND_HALF);
      assertThat(storage.asked).hasSize(1);
    }
  }

  @Test
  void aSegmentThatWasMadeAheadIsNotMadeAgainByTheRoll() {
    try (var log = Log.open(storage, SMALL)) {
      appendKilobytes(log, FIRST_HALF + SECOND_HALF);
      storage.created.clear();
      storage.asked.remove().run();
      appendKilobytes(log, FIRST_HALF);
      assertThat(storage.created).containsExactly(SegmentName.INCOMING);
      assertThat(texts(log)).hasSize(FIRST_HALF + SECOND_HALF + FIRST_HALF);
    }
    assertThat(Log.verify(storage).segments()).hasSize(2);
  }

  @Test
  void everySegmentIsMadeAheadOnce() {
    try (var log = Log.open(storage, SMALL)) {
      storage.created.clear();
      for (int kilobytes = 0; kilobytes < 40; kilobytes++) {
        appendKilobytes(log, 1);
        storage.runAsked();
      }
      assertThat(texts(log)).hasSize(40);
    }
    int rolled = Log.verify(storage).segments().size() - 1;
    assertThat(rolled).isGreaterThan(3);
    assertThat(storage.created).hasSizeBetween(rolled, rolled + 1);
  }

  @Test
  void aSegmentThatNobodyBeganIsMadeByTheRollAndNotAgainAfterwards() {
    try (var log = Log.open(storage, SMALL)) {
      appendKilobytes(log, FIRST_HALF + SECOND_HALF + FIRST_HALF);
      storage.created.clear();
      storage.asked.remove().run();
      assertThat(storage.created).isEmpty();
    }
    assertThat(Log.verify(storage).segments()).hasSize(2);
  }

  @Test
  void aSegmentThatCouldNotBeMadeAheadIsMadeWhenThereIsRoomAtTheRoll() {
    try (var log = Log.open(storage, SMALL)) {
      appendKilobytes(log, FIRST_HALF + SECOND_HALF);
      storage.isFull = true;
      storage.asked.remove().run();
      storage.isFull = false;
      appendKilobytes(log, FIRST_HALF);
      assertThat(texts(log)).hasSize(FIRST_HALF + SECOND_HALF + FIRST_HALF);
    }
    assertThat(Log.verify(storage).isSound()).isTrue();
  }

  @Test
  void aLogThatIsClosedHasNobodyWriteBehindIt() throws Exception {
    var log = Log.open(storage, SMALL);
    appendKilobytes(log, FIRST_HALF + SECOND_HALF);
    storage.isSlow = true;
    var making = Thread.ofPlatform().start(storage.asked.remove());
    storage.isMaking.await();
    var closing = Thread.ofPlatform().start(log::close);
    while (closing.isAlive() && closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(storage.isOwned).isTrue();
    storage.mayGoOn.countDown();
    closing.join();
    making.join();
    assertThat(storage.isOwned).isFalse();
  }

  @Test
  void aLogIsClosedHoweverLittleRoomItsSegmentHasLeft() {
    int rolled = 0;
    for (int last = 800; last < 1_400; last += BatchHeader.ALIGNMENT) {
      var disk = new Watched();
      try (var log = Log.open(disk, SMALL)) {
        appendKilobytes(log, FIRST_HALF + SECOND_HALF - 1);
        append(log, "x".repeat(last));
      }
      var report = Log.verify(disk);
      assertThat(report.isSound()).isTrue();
      rolled += report.segments().size() - 1;
    }
    assertThat(rolled).isPositive();
  }

  /// A disk whose background is run by the test.
  private static final class Watched extends ForwardingStorage {
    private final Queue<Runnable> asked = new ArrayDeque<>();
    private final List<String> created = new ArrayList<>();
    private final CountDownLatch isMaking = new CountDownLatch(1);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);
    private boolean isFull;
    private volatile boolean isSlow;
    private volatile boolean isOwned;

    Watched() {
      super(new SimDisk(20261124));
    }

    @Override
    public void background(Runnable work) {
      asked.add(work);
    }

    void runAsked() {
      for (var work = asked.poll(); work != null; work = asked.poll()) {
        work.run();
      }
    }

    @Override
    public StorageFile create(String name, long bytes) throws IOException {
      if (isFull) {
        throw new IOException("No space left on device");
      }
      if (isSlow) {
        isMaking.countDown();
        pass(mayGoOn);
      }
      created.add(name);
      return super.create(name, bytes);
    }

    private static void pass(CountDownLatch gate) throws IOException {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public Closeable lock() throws IOException {
      var lock = super.lock();
      isOwned = true;
      return () -> {
        lock.close();
        isOwned = false;
      };
    }
  }
}
