package dev.perdure.engine;

import org.jspecify.annotations.Nullable;

/// Which version serves a call.
///
/// @param version the one whose outcome counts
/// @param shadow the one that runs inertly beside it, if any
/// @param recorded whether more than one version was possible, so that the choice goes into the
///   history
public record Choice(Version version, @Nullable Version shadow, boolean recorded) {
  /// Nothing else was possible.
  static Choice only(Version version) {
    return new Choice(version, null, false);
  }

  /// A person set this version for the task, whatever the routes say.
  public static Choice forced(Version version) {
    return new Choice(version, null, false);
  }

  /// The primary serves, the candidate runs beside it.
  static Choice shadowed(Version primary, Version candidate) {
    return new Choice(primary, candidate, false);
  }

  /// One of several was picked.
  static Choice among(Version version) {
    return new Choice(version, null, true);
  }
}
