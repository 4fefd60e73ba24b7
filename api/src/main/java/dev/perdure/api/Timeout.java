package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Limits how long one try of an effect method may take. On an effect interface it holds for each
/// method that does not say otherwise.
///
/// When the time is over, the thread that performs it is interrupted and left behind: the task goes
/// on with [TimedOut], or with the next try if there is a [Retry]. What the implementation returns
/// later is dropped; it may still be at work then, so a method with a limit should be [Idempotent].
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Timeout {
  /// The time, such as `30s`; units are `ms`, `s`, `m`, `h` and `d`. Empty: as long as it takes.
  String value() default "";

  /// The longest time without a [Heartbeat], such as `10s`. Empty: it need not give one.
  String heartbeat() default "";
}
