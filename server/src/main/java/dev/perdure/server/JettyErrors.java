package dev.perdure.server;

import dev.perdure.server.json.Data;
import dev.perdure.value.Problem;
import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Answers what Jetty itself refuses, before anybody of ours sees it, as all problems are answered.
final class JettyErrors extends ErrorHandler {
  private static final int TOO_LARGE = 413;
  private static final int URI_TOO_LONG = 414;
  private static final int HEAD_TOO_LARGE = 431;
  private static final int FAULT = 500;

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      @Nullable Throwable cause,
      Callback callback) {
    var answer = new ProblemAnswer(problem(status, message), status, Data.empty());
    answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
    response.write(true, ByteBuffer.wrap(answer.body()), callback);
  }

  private static Problem problem(int status, String message) {
    if (status == TOO_LARGE || status == URI_TOO_LONG || status == HEAD_TOO_LARGE) {
      return Problem.of(
          ServerCode.REQUEST_TOO_LARGE,
          "the head of the request is too large",
          "Send fewer and shorter headers and a shorter path");
    }
    return status < FAULT
        ? Problem.of(
            ServerCode.BAD_REQUEST,
            "the request is not HTTP that is understood: " + message,
            "Send a request as RFC 9112 says")
        : Problem.of(
            ServerCode.UNEXPECTED,
            "a fault of Perdure itself",
            "Report it with what the server's log says");
  }
}
