package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method that answers questions about a task from what its code holds: an instance method
/// of a class whose objects a task makes for itself and names by [Queries#answeredBy].
///
/// ```java
/// final class Standings {
///   private final Map<String, Integer> votes = new TreeMap<>();
///
///   @Query
///   Map<String, Integer> standings() {
///     return Map.copyOf(votes);
///   }
/// }
/// ```
///
/// Its parameters and its result are values. It is asked by its name, whether the task runs, waits
/// or has ended, and leaves no trace: what it changes is gone when it has answered, and an effect
/// that it asks is refused.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Query {}
