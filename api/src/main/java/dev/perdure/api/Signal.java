package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a method of an effect interface whose result comes from outside: somebody sends it to the
/// task under the method's name. Nobody implements it; a call waits for the next message, however
/// long. Messages of one name are received in the order in which they came, each once; those that
/// come before anybody waits are kept.
///
/// The method takes no parameters. An interface has such methods only, or none.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Signal {}
