package dev.perdure.engine;

import dev.perdure.value.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides which version of a function serves a call (E21).
public sealed interface Policy {

  /// Every call goes to one version.
  record Primary(Version version) implements Policy {}

  /// Every call goes to the primary; beside a sample of the tasks the candidate runs inertly and is
  /// compared.
  ///
  /// @param percent how many of a hundred tasks are sampled, 0 to 100, in steps of 0.01
  /// @param threshold of calls that differ, beyond which there is no candidate any more; null: none
  record Shadow(Version primary, Version candidate, double percent, @Nullable Threshold threshold)
      implements Policy {
    public Shadow {
      checkPercent(percent);
    }

    /// Until a person changes it.
    public Shadow(Version primary, Version candidate, double percent) {
      this(primary, candidate, percent, null);
    }
  }

  /// A share of the tasks goes to the candidate: by task id, so that a task sticks to its side.
  ///
  /// @param percent how many of a hundred tasks go to the candidate, 0 to 100, in steps of 0.01
  /// @param threshold of the candidate's tasks that fail, beyond which all new ones go to the
  ///   primary; null: none
  record Percent(Version primary, Version candidate, double percent, @Nullable Threshold threshold)
      implements Policy {
    public Percent {
      checkPercent(percent);
    }

    /// Until a person changes it.
    public Percent(Version primary, Version candidate, double percent) {
      this(primary, candidate, percent, null);
    }
  }

  /// An attribute of the task says where it goes, such as its tenant.
  ///
  /// @param attribute its name
  /// @param byValue versions by the attribute's value; at least one
  /// @param primary for tasks with another value, or without the attribute
  record Attribute(String attribute, Map<String, Version> byValue, Version primary)
      implements Policy {
    public Attribute {
      byValue = Collections.unmodifiableMap(new TreeMap<>(byValue));
      Bounds.checkCases(attribute, byValue.keySet());
    }

    /// The version for a task with these attributes.
    Version version(Map<String, String> attributes) {
      var value = attributes.get(attribute);
      return value == null ? primary : byValue.getOrDefault(value, primary);
    }
  }

  /// The version that serves when nothing else decides.
  default Version primaryVersion() {
    return switch (this) {
      case Primary p -> p.version();
      case Shadow s -> s.primary();
      case Percent p -> p.primary();
      case Attribute a -> a.primary();
    };
  }

  /// Every version this policy may run.
  default List<Version> versions() {
    return switch (this) {
      case Primary p -> List.of(p.version());
      case Shadow s -> List.of(s.primary(), s.candidate());
      case Percent p -> List.of(p.primary(), p.candidate());
      case Attribute a ->
          Stream.concat(Stream.of(a.primary()), a.byValue().values().stream()).distinct().toList();
    };
  }

  private static void checkPercent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw Problem.of(
              EngineCode.BAD_PERCENT,
              percent + " is not a percentage",
              "Give a number from 0 to 100, such as 5 or 0.5")
          .exception();
    }
  }
}
