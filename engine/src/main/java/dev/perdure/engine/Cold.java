package dev.perdure.engine;

import java.util.Set;

/// A task that waits for long or stands still: all that is kept is where its history is. The rest
/// is read from that when something happens to it.
///
/// @param code shared by all tasks that run the same
/// @param readFrom the offset from which its history has to be read
/// @param stands whether no attempt of it has anything to do until something happens to it
record Cold(Code code, long readFrom, long lastOffset, boolean stands) implements Kept {

  /// What many tasks have in common.
  record Code(Version version, Revision routes, Set<Served> chosen) {
    static Code of(TaskState task) {
      return new Code(task.version(), task.routes(), Set.copyOf(task.chosen()));
    }
  }

  @Override
  public Version version() {
    return code.version();
  }

  @Override
  public Revision routes() {
    return code.routes();
  }

  @Override
  public Set<Served> chosen() {
    return code.chosen();
  }
}
