package dev.perdure.server.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A JSON text (RFC 8259) as it was read. Numbers stay as they were written: what they are depends
/// on the type they are read as.
public sealed interface JsonTree {
  /// `null`.
  record Null() implements JsonTree {}

  /// `true` or `false`.
  record Truth(boolean value) implements JsonTree {}

  /// A number.
  ///
  /// @param text as it was written
  record Numeral(String text) implements JsonTree {
    /// Whether it is written without fraction and exponent.
    public boolean isIntegral() {
      return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }
  }

  /// A string.
  record Text(String value) implements JsonTree {}

  /// An array.
  record Array(List<JsonTree> elements) implements JsonTree {
    public Array {
      elements = List.copyOf(elements);
    }
  }

  /// An object, in the order of the text.
  record Fields(SequencedMap<String, JsonTree> entries) implements JsonTree {
    public Fields {
      entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
    }

    /// A field; null if there is none.
    public @Nullable JsonTree get(String name) {
      return entries.get(name);
    }
  }

  /// What kind it is and how it begins, for people.
  default String shown() {
    var text = Json.write(this);
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
  }

  /// Enough to know it again.
  int SHOWN_CHARS_MAX = 80;
}
