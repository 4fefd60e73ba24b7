package dev.perdure.sim;

import java.util.SplittableRandom;

/// What one life has to bear.
///
/// @param ending how it shall end; null: in peace, when everything is done
/// @param after how many calls of the disk, or points of the threads, it takes until then
/// @param inRecovery whether the calls count from the beginning of recovery
/// @param slowDiskMicros how long a call of the disk may take
/// @param jumps whether the clock jumps
/// @param writerShare how often the writer gets its turn, of a hundred
record Plan(
    Coverage.@org.jspecify.annotations.Nullable Ending ending,
    int after,
    boolean inRecovery,
    int slowDiskMicros,
    boolean jumps,
    int writerShare) {

  /// The last life: nothing fails any more, and everything has to come to its end.
  static Plan peace(SplittableRandom random) {
    return new Plan(null, Integer.MAX_VALUE, false, 50, false, 20 + random.nextInt(50));
  }

  static Plan of(SplittableRandom random, int scale) {
    var endings = Coverage.Ending.values();
    int pick = random.nextInt(endings.length + 4);
    var ending =
        pick < endings.length
            ? endings[pick]
            : pick % 2 == 0 ? Coverage.Ending.POWER_AT_CALL : Coverage.Ending.POWER_AT_POINT;
    int after =
        switch (ending) {
          case POWER_AT_CALL -> 1 + random.nextInt(random.nextInt(4) == 0 ? 10 : 150);
          case CLOSED -> 1 + random.nextInt(600);
          case DISK_FULL, WRITE_FAILED, SYNC_FAILED -> 4_000;
          case POWER_AT_POINT, KILLED -> 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 500);
        };
    boolean inRecovery = ending == Coverage.Ending.POWER_AT_CALL && random.nextInt(5) == 0;
    int slow = random.nextInt(4) == 0 ? 300_000 : 2_000;
    int share = random.nextInt(3) == 0 ? 3 : 20 + random.nextInt(50);
    return new Plan(
        ending,
        inRecovery ? 1 + random.nextInt(40) : after * scale,
        inRecovery,
        slow,
        random.nextInt(3) == 0,
        share);
  }
}
