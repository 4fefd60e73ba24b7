package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that an effect method which throws is tried again, after a wait that doubles each time. On
/// an effect interface it holds for each method that does not say otherwise.
///
/// The task sees the outcome of the last try only. Every try has the same [IdempotencyKey]. A wait
/// survives crashes and restarts; tries that failed are in the task's history. What the wait really
/// is lies between half of it and all of it, and differs between tasks.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Retry {
  /// How often it is tried at most, the first time included; at least 1.
  int max() default 5;

  /// The first wait and the longest, such as `100ms..10s`; units are `ms`, `s`, `m`, `h` and `d`.
  String backoff() default "100ms..10s";

  /// Exceptions after which it is not tried again, subclasses included.
  Class<? extends Throwable>[] not() default {};
}
