package dev.perdure.bench;

import dev.perdure.log.Batch;
import dev.perdure.log.Log;
import dev.perdure.log.LogRecord;
import dev.perdure.log.LogSettings;
import dev.perdure.log.Offset;
import dev.perdure.log.RecordKind;
import dev.perdure.log.StreamKey;
import dev.perdure.log.aes.KeyRing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What a record costs in clear and sealed: to be put into a batch, and to be read from a log whose
/// bytes are at hand.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class SealedRecord {
  private static final RecordKind KIND = new RecordKind(1, true, 1);
  private static final int RECORDS = 64;

  @Param({"100", "4096"})
  int payloadBytes;

  @Param({"false", "true"})
  boolean sealed;

  private Path folder = Path.of("");
  private Log log = Log.inMemory();
  private byte[] payload = new byte[0];
  private Batch batch = new Batch();
  private int next;

  /// Makes a log with one batch in it.
  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("perdure-bench");
    var settings = LogSettings.defaults();
    log = Log.open(folder, sealed ? settings.withCodec(KeyRing.fresh()) : settings);
    payload = new byte[payloadBytes];
    batch = log.newBatch();
    fill();
    log.append(batch);
    batch.begin(log.end(), 0);
  }

  private void fill() {
    batch.begin(log.end(), 0);
    for (int i = 0; i < RECORDS; i++) {
      batch.add(KIND, StreamKey.NONE, Offset.NONE, payload);
    }
  }

  @TearDown
  public void close() throws IOException {
    log.close();
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  public int add() {
    if (batch.count() == RECORDS) {
      batch.begin(log.end(), 0);
    }
    batch.add(KIND, StreamKey.NONE, Offset.NONE, payload);
    return batch.count();
  }

  @Benchmark
  public LogRecord read() {
    next = (next + 1) % RECORDS;
    return log.at(new Offset(next));
  }
}
