package dev.perdure.log;

/// One place where durable bytes have changed or are missing.
///
/// @param segment the file
/// @param position where in it the first bad batch begins, in bytes
/// @param from the first record that cannot be read
/// @param below records from `from` to before this one are proved to have been durable here
/// @param what one sentence without its full stop
public record Damage(String segment, long position, Offset from, Offset below, String what) {
  /// The lost records for people, such as `17 to 19`.
  public String lost() {
    return from.isBefore(below) ? from + " to " + (below.value() - 1) : "from " + from + " on";
  }
}
