package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Asks for the version that the declaring class stands in for, as a constructor parameter.
///
/// The parameter's type is a functional interface such as `Function<String, User>`; calling it runs
/// the function as the route had it before this version came.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Previous {}
