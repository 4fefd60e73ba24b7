package dev.perdure.server;

import dev.perdure.engine.EngineCode;
import dev.perdure.index.IndexCode;
import dev.perdure.java.JavaCode;
import dev.perdure.java.codec.CodecCode;
import dev.perdure.log.LogCode;
import dev.perdure.node.NodeCode;
import dev.perdure.server.json.JsonCode;
import dev.perdure.server.view.ViewCode;
import dev.perdure.value.Code;
import dev.perdure.value.ValueCode;

/// The status of HTTP for each kind of problem (RFC 9110, section 15).
final class HttpStatus {
  static final int OK = 200;
  static final int CREATED = 201;
  static final int ACCEPTED = 202;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int WRONG_METHOD = 405;
  private static final int CONFLICT = 409;
  private static final int GONE = 410;
  private static final int TOO_LARGE = 413;
  private static final int WRONG_TYPE = 415;
  private static final int UNPROCESSABLE = 422;
  private static final int FAULT = 500;
  private static final int NOT_HERE = 501;
  static final int UNAVAILABLE = 503;

  private HttpStatus() {}

  static int of(Code code) {
    return switch (code) {
      case ServerCode c -> of(c);
      case EngineCode c -> of(c);
      case NodeCode c -> of(c);
      case IndexCode c -> of(c);
      case JsonCode c ->
          switch (c) {
            case JSON_SYNTAX -> BAD_REQUEST;
            case JSON_LIMIT -> TOO_LARGE;
          };
      case ViewCode c ->
          switch (c) {
            case AMBIGUOUS_TASK -> CONFLICT;
            case ROUTE_FILE -> BAD_REQUEST;
          };
      case CodecCode _ -> UNPROCESSABLE;
      case ValueCode c ->
          switch (c) {
            case VALUE_MISSING, VALUE_DAMAGED -> FAULT;
            default -> UNPROCESSABLE;
          };
      case JavaCode c ->
          switch (c) {
            case JAVA_INCOMPATIBLE -> CONFLICT;
            case JAVA_TOO_LARGE -> TOO_LARGE;
            default -> UNPROCESSABLE;
          };
      case LogCode c -> c == LogCode.LOG_DROPPED ? GONE : FAULT;
      default -> FAULT;
    };
  }

  private static int of(ServerCode code) {
    return switch (code) {
      case TOKEN_REQUIRED -> UNAUTHORIZED;
      case ROLE_TOO_SMALL, FOREIGN_HOST, FOREIGN_ORIGIN -> FORBIDDEN;
      case UNKNOWN_ENDPOINT -> NOT_FOUND;
      case WRONG_METHOD -> WRONG_METHOD;
      case BAD_REQUEST -> BAD_REQUEST;
      case WRONG_TYPE -> WRONG_TYPE;
      case REQUEST_TOO_LARGE -> TOO_LARGE;
      case SERVER_STOPPING -> UNAVAILABLE;
      case TASK_FAILED -> UNPROCESSABLE;
      case TASK_PAUSED, EFFECT_UNBOUND -> CONFLICT;
      case UNSAFE_ADDRESS,
          ADDRESS_UNUSABLE,
          SOCKET_UNUSABLE,
          TLS_UNUSABLE,
          TOKENS_UNUSABLE,
          TOKEN_NAME,
          UNEXPECTED ->
          FAULT;
    };
  }

  private static int of(EngineCode code) {
    return switch (code) {
      case BAD_NAME,
          BAD_PERCENT,
          BAD_ROUTE,
          BAD_CRON,
          UNKNOWN_ZONE,
          BAD_CATCH_UP,
          BAD_LIMIT,
          BAD_DEBOUNCE ->
          BAD_REQUEST;
      case UNKNOWN_FUNCTION, UNKNOWN_VERSION, UNKNOWN_TASK, UNKNOWN_REVISION, UNKNOWN_SCHEDULE ->
          NOT_FOUND;
      case MAILBOX_FULL -> UNAVAILABLE;
      case VERSION_TAKEN,
          PROMISE_FULFILLED,
          TASK_ENDED,
          KEY_TAKEN,
          TASK_IMPORTED,
          TASK_EXISTS,
          SCHEDULE_DECLARED,
          TASK_QUEUED,
          QUEUE_DEADLOCK,
          TASK_MIGRATING,
          MIGRATION_DIVERGES,
          VERSION_IN_USE,
          DIVERGED ->
          CONFLICT;
      case VALUE_TOO_LARGE -> TOO_LARGE;
      case TOO_MANY_BRANCHES -> UNPROCESSABLE;
      case EVENT_UNREADABLE -> FAULT;
    };
  }

  private static int of(IndexCode code) {
    return switch (code) {
      case INDEX_MISSING -> NOT_HERE;
      case INDEX_BEHIND, INDEX_UNUSABLE, INDEX_DAMAGED -> UNAVAILABLE;
      case SQL_INVALID, SQL_NOT_A_QUERY -> BAD_REQUEST;
      case SQL_TOO_COSTLY -> UNPROCESSABLE;
      case INDEX_SEALED -> CONFLICT;
    };
  }

  private static int of(NodeCode code) {
    return switch (code) {
      case OVERLOADED, ENGINE_STOPPED, CALL_INTERRUPTED -> UNAVAILABLE;
      case SQL_FENCED, SQL_OUTCOMES_GONE, SQL_UNDECIDED -> UNAVAILABLE;
      case SQL_OUTCOME_DIFFERS -> CONFLICT;
      case UNKNOWN_MESSAGE, UNKNOWN_QUERY -> NOT_FOUND;
      case QUERY_ASKS, QUERY_FAILED, QUERY_TOO_COSTLY -> UNPROCESSABLE;
      case TASK_RUNNING, BACKUP_UNUSABLE, EXPORT_IN_CLEAR -> CONFLICT;
      case EXPORT_UNREADABLE, NOT_A_METHOD, WAT_REFUSED -> UNPROCESSABLE;
      case EXTERN_UNKNOWN, EXTERN_INCOMPATIBLE, ROUTE_EFFECTS -> UNPROCESSABLE;
      case UNIVERSE_MISSING, UNIVERSE_WRITE_FAILED, BACKUP_DAMAGED -> FAULT;
    };
  }
}
