package dev.perdure.engine;

import java.util.Set;

/// A task that waits for long, or stands still: all that is kept is where its history is. The rest
/// is read from that when something happens to it. No version is set for it alone.
///
/// @param code shared by all tasks that run the same
/// @param startOffset of its first event
record Cold(Code code, long startOffset, long lastOffset) implements Kept {

  /// What many tasks have in common.
  record Code(Version version, Revision routes, Set<Version> chosen) {}

  @Override
  public Version version() {
    return code.version();
  }

  @Override
  public Revision routes() {
    return code.routes();
  }

  @Override
  public Set<Version> chosen() {
    return code.chosen();
  }
}
