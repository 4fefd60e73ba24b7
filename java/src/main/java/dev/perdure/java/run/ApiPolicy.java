package dev.perdure.java.run;

import dev.perdure.api.Retry;
import dev.perdure.engine.PerformOptions;
import dev.perdure.java.Backoff;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;

/// How effects of the API's own interfaces are performed: they are not frozen with the user's code,
/// so what they say is read off the classes.
final class ApiPolicy {
  private ApiPolicy() {}

  static PerformOptions of(Method method) {
    var own = method.getAnnotation(Retry.class);
    var retry = own != null ? own : method.getDeclaringClass().getAnnotation(Retry.class);
    return retry == null ? PerformOptions.NONE : PerformOptions.NONE.withRetry(read(retry));
  }

  private static dev.perdure.engine.Retry read(Retry retry) {
    var waits = Objects.requireNonNull(Backoff.read(retry.backoff()), retry.backoff());
    var fatal = Arrays.stream(retry.not()).map(Class::getName).toList();
    return new dev.perdure.engine.Retry(retry.max(), waits.first(), waits.longest(), fatal);
  }
}
