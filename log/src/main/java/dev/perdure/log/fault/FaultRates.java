package dev.perdure.log.fault;

/// How often calls fail by themselves, in failures per million calls of their kind.
///
/// @param syncFails a sync
/// @param writeFails a write
public record FaultRates(int syncFails, int writeFails) {
  static final int SCALE = 1_000_000;

  /// Nothing fails unless asked for.
  public static final FaultRates NONE = new FaultRates(0, 0);

  public FaultRates {
    if (syncFails < 0 || syncFails > SCALE || writeFails < 0 || writeFails > SCALE) {
      throw new IllegalArgumentException("rates are 0 to 1,000,000 in a million");
    }
  }
}
