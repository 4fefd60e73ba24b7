package dev.perdure.server;

/// Who sent a request.
///
/// @param name of the token; `local` if none is needed
/// @param role what they may do
record Caller(String name, Role role) {
  static final Caller LOCAL = new Caller("local", Role.DEPLOY);
  static final Caller NOBODY = new Caller("nobody", Role.READ);
}
