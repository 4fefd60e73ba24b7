package dev.perdure.wat.lower;

import java.util.List;

/// What a step is given, ready in the slots of its frame or the same at each time. Never changes.
public final class Given {
  /// The slots; of what is in none, the complement of its index among the values.
  private final int[] slots;

  private final Object[] values;

  /// Whether all of it is the same at each time.
  private final boolean isFixed;

  Given(List<Part.Ready> parts) {
    slots = new int[parts.size()];
    values = new Object[parts.size()];
    for (int i = 0; i < slots.length; i++) {
      switch (parts.get(i)) {
        case Part.Slot(int slot) -> slots[i] = slot;
        case Part.Value(var value) -> {
          slots[i] = ~i;
          values[i] = value;
        }
      }
    }
    isFixed = parts.stream().allMatch(part -> part instanceof Part.Value);
  }

  /// All of them, in an array that is not to be changed.
  public Object[] view(Object[] frame) {
    return isFixed ? values : read(frame);
  }

  /// All of them, in an array of their own.
  public Object[] read(Object[] frame) {
    return read(frame, slots.length);
  }

  /// All of them, as the first elements of an array.
  ///
  /// @param size of the array
  public Object[] read(Object[] frame, int size) {
    var read = new Object[size];
    for (int i = 0; i < slots.length; i++) {
      int slot = slots[i];
      read[i] = slot >= 0 ? frame[slot] : values[~slot];
    }
    return read;
  }
}
