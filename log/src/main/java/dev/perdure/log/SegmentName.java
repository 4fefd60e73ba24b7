package dev.perdure.log;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the name of a segment file says, as in `00000002-0000000000000004711.segment`. A segment
/// gets its name only after everything before it is durable, so the name also proves that.
///
/// @param sequence 1 for the first segment, then without gaps
/// @param first the offset its first record has or will have
record SegmentName(int sequence, long first) {
  /// A segment on its way in, before it has a name.
  static final String INCOMING = "incoming.tmp";

  private static final Pattern PATTERN = Pattern.compile("(\\d{8})-(\\d{19})\\.segment");

  static final SegmentName FIRST = new SegmentName(1, 0);

  String fileName() {
    return "%08d-%019d.segment".formatted(sequence, first);
  }

  SegmentName next(long first) {
    return new SegmentName(sequence + 1, first);
  }

  /// The segments among the files of a directory, in order.
  static List<SegmentName> among(List<String> fileNames) {
    return fileNames.stream()
        .map(SegmentName::parse)
        .filter(name -> name != null)
        .sorted(Comparator.comparingInt(SegmentName::sequence))
        .toList();
  }

  private static @Nullable SegmentName parse(String fileName) {
    var matcher = PATTERN.matcher(fileName);
    if (!matcher.matches()) {
      return null;
    }
    try {
      return new SegmentName(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
