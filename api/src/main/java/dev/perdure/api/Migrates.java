package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks the function of a record, sealed interface or enum that makes one of what earlier versions
/// wrote in its place.
///
/// ```java
/// record Price(long cents, String currency) {
///   record V1(double euros) {}
///
///   @Migrates
///   static Price of(V1 old) {
///     return new Price(Math.round(old.euros() * 100), "EUR");
///   }
/// }
/// ```
///
/// It is static, takes the old shape, which may be any type of values, and returns the type that it
/// stands in. It is called wherever a value is read that has the old shape and not the new one:
/// arguments, outcomes, messages and results, also those that a history holds. The old shape may
/// have such functions itself, so versions are gone through one after the other. It computes only:
/// one that asks the clock or a function of the universe is refused when it is frozen.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Migrates {}
