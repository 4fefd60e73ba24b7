package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Makes a method a function: named, versioned, and routed wherever it is called.
///
/// A call stays a plain call in the source. While one version serves the name it costs what a
/// direct call costs. A routed method is not overridden and not called through `super`; a routed
/// method of an interface has exactly one implementation in its universe.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Routed {
  /// The name of the function; empty means the name of the method.
  String value() default "";
}
