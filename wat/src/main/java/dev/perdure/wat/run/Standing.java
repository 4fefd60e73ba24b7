package dev.perdure.wat.run;

/// Where a function stands that runs in steps. Only who runs it changes it.
public class Standing {
  /// What its steps leave for later ones; null where none has left anything.
  public final Object[] slots;

  /// In how many calls within circles of functions it is nested.
  public final int depth;

  /// The number of the step that is next, or that waits.
  public int at;

  protected Standing(Object[] slots, int depth) {
    this.slots = slots;
    this.depth = depth;
  }
}
