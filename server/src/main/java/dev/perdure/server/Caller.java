package dev.perdure.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Who sent a request.
///
/// @param name of the token; `local` if none is needed
/// @param role what they may do
record Caller(String name, Role role) {
  static final Caller LOCAL = new Caller("local", Role.DEPLOY);
  static final Caller NOBODY = new Caller("nobody", Role.READ);

  /// Who may do everything anyway, under the name they give.
  ///
  /// @param user percent-encoded; null: they give none
  static Caller local(@Nullable String user) {
    return user == null
        ? LOCAL
        : new Caller(URLDecoder.decode(user, StandardCharsets.UTF_8), Role.DEPLOY);
  }
}
