package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Starts a function by the calendar, each time as a task of its own. Stands beside [Routed], on a
/// method without parameters, or with one of type [java.time.Instant]: the instant it is due.
///
/// Each instant starts one task, after any number of restarts, crashes and versions. The schedule
/// has the name of the function and is the one that the function's primary version declares: it
/// comes, changes and goes with the route.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Cron {
  /// Minute, hour, day of month, month and day of week, such as `0 9 * * MON`; or `@daily` and the
  /// like.
  String value();

  /// The time zone by whose calendar it goes, such as `Europe/Berlin`.
  String zone() default "UTC";

  /// What becomes of an instant while the task of the one before has not ended.
  Overlap overlap() default Overlap.SKIP;

  /// How many of the instants that were missed, such as while no process ran, are made up for: the
  /// newest so many, from 0 to 1000.
  int catchUp() default 1;

  /// What becomes of an instant while the task of the one before has not ended.
  enum Overlap {
    /// It is skipped.
    SKIP,
    /// Another task starts.
    ALLOW
  }
}
