package dev.perdure.engine;

/// The name of a schedule: that of its function if code declares it, else what somebody chose.
///
/// @param text as for a [FunctionName]
public record ScheduleName(String text) implements Comparable<ScheduleName> {
  public ScheduleName {
    Names.check("schedule", text);
  }

  @Override
  public int compareTo(ScheduleName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
