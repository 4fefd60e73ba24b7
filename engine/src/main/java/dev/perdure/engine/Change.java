package dev.perdure.engine;

/// Who did something, and why: every change that a person or a tool makes says so.
///
/// @param who a user, a tool or a policy, such as `ada` or `deploy`
/// @param why free text; empty if none was given. What is too long of either is cut off
public record Change(String who, String why) {
  public Change {
    who = Bounds.bounded(who, Limits.NAME_CHARS_MAX);
    why = Bounds.bounded(why, Limits.TEXT_CHARS_MAX);
  }
}
