package dev.perdure.server;

import dev.perdure.value.Code;

/// The kinds of problem that the server tells; a page each in `docs/errors`.
public enum ServerCode implements Code {
  /// The address, the tokens and TLS do not go together; the server does not start.
  UNSAFE_ADDRESS,
  /// The address cannot be listened on.
  ADDRESS_UNUSABLE,
  /// The certificate and its key cannot be used.
  TLS_UNUSABLE,
  /// The file of tokens cannot be used.
  TOKENS_UNUSABLE,
  /// A token of this name is there already, or none is.
  TOKEN_NAME,
  /// There can be no socket file for the data directory.
  SOCKET_UNUSABLE,
  /// The request has no token, or none that is known.
  TOKEN_REQUIRED,
  /// The token's role is not enough.
  ROLE_TOO_SMALL,
  /// The request was sent to a name that is not this server's.
  FOREIGN_HOST,
  /// The request comes from a page of another site.
  FOREIGN_ORIGIN,
  /// No endpoint has the path.
  UNKNOWN_ENDPOINT,
  /// The endpoint has other methods.
  WRONG_METHOD,
  /// The request is not one that the endpoint understands.
  BAD_REQUEST,
  /// The body is of another type than the endpoint reads.
  WRONG_TYPE,
  /// The body, or the head of the request, is larger than the server reads.
  REQUEST_TOO_LARGE,
  /// The server is stopping.
  SERVER_STOPPING,
  /// A task that is awaited, or one that it waits for, stands still until a person resumes it.
  TASK_PAUSED,
  /// A task that is awaited waits for an effect that nobody performs.
  EFFECT_UNBOUND,
  /// The task that was called ended without a result.
  TASK_FAILED,
  /// A fault of Perdure itself.
  UNEXPECTED,
}
