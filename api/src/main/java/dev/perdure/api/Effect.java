package dev.perdure.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks an interface as a way to touch the world.
///
/// A class of functions takes it in its constructor. The implementation is ordinary Java outside
/// the universe, bound once to the engine; its outcomes are recorded and answered from the record
/// when a task is replayed. Parameters and results are values: records, sealed interfaces, enums,
/// lists, sets, maps, optionals, strings, numbers, times.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Effect {}
