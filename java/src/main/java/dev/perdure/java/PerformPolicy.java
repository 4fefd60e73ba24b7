package dev.perdure.java;

import dev.perdure.engine.PerformOptions;
import dev.perdure.engine.Retry;
import java.lang.classfile.Annotation;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads how an effect method is performed off `@Retry` and `@Timeout`: its own, else those of its
/// interface.
final class PerformPolicy {
  private static final String TRIES = "5";
  private static final String BACKOFF = "100ms..10s";

  private final UserMethod method;
  private final Findings findings;

  PerformPolicy(UserMethod method, Findings findings) {
    this.method = method;
    this.findings = findings;
  }

  /// How the method is performed; what means nothing is a finding, and counts as not said.
  PerformOptions options() {
    var retry = said(Annotations.RETRY, this::retry);
    var options = said(Annotations.TIMEOUT, this::limits);
    var base = options == null ? PerformOptions.NONE : options;
    return retry == null ? base : base.withRetry(retry);
  }

  private <T> @Nullable T said(String type, Function<Annotation, @Nullable T> reader) {
    var own = Annotations.find(Annotations.of(method.model()), type);
    var found = own != null ? own : Annotations.find(Annotations.of(method.owner().model()), type);
    return found == null ? null : reader.apply(found);
  }

  private @Nullable Retry retry(Annotation annotation) {
    int max = Integer.parseInt(Annotations.element(annotation, "max", TRIES));
    var backoff = Annotations.element(annotation, "backoff", BACKOFF);
    var waits = Backoff.read(backoff);
    if (max < 1) {
      refuse("@Retry(max = " + max + ")", "Say at least 1, which is not to retry");
      return null;
    }
    if (waits == null) {
      refuse(
          "@Retry(backoff = \"" + backoff + "\")",
          "Say the first wait and the longest, such as 100ms..10s; units are ms, s, m, h and d");
      return null;
    }
    return new Retry(max, waits.first(), waits.longest(), Annotations.strings(annotation, "not"));
  }

  private @Nullable PerformOptions limits(Annotation annotation) {
    return new PerformOptions(
        Retry.NEVER, limit(annotation, "value"), limit(annotation, "heartbeat"));
  }

  /// In milliseconds; 0 if there is none.
  private long limit(Annotation annotation, String name) {
    var text = Annotations.element(annotation, name, "");
    var time = text.isEmpty() ? Duration.ZERO : Backoff.time(text);
    if (time == null || (time.isZero() && !text.isEmpty())) {
      refuse(
          "@Timeout(" + name + " = \"" + text + "\")",
          "Say a time above zero, such as 30s; units are ms, s, m, h and d");
      return 0;
    }
    return time.toMillis();
  }

  private void refuse(String what, String remedy) {
    findings.add(
        JavaCode.JAVA_POLICY,
        what + " of " + method + " means nothing",
        method.owner().place(method.place().line()),
        remedy);
  }
}
