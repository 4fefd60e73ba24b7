package dev.perdure.java;

import dev.perdure.value.Code;

/// What can keep Java classes from becoming a universe.
public enum JavaCode implements Code {
  /// A jar file cannot be read, or is too large.
  JAVA_JAR,
  /// A class that functions use is not in the source.
  JAVA_CLASS_MISSING,
  /// A class file cannot be understood.
  JAVA_CLASS_CORRUPT,
  /// A class file was compiled for a newer JDK than this one.
  JAVA_CLASS_TOO_NEW,
  /// A class file was compiled for a JDK that knew no dynamic calls.
  JAVA_CLASS_TOO_OLD,
  /// A universe is larger than Perdure takes.
  JAVA_TOO_LARGE,
  /// The classes have no routed method.
  JAVA_NO_FUNCTION,
  /// Two methods serve one function name.
  JAVA_FUNCTION_TWICE,
  /// A routed method of an interface has no implementation, or several.
  JAVA_FUNCTION_ABSTRACT,
  /// A routed method is overridden.
  JAVA_ROUTED_OVERRIDDEN,
  /// A routed method is called through `super`.
  JAVA_ROUTED_SUPER,
  /// A routed method can be called as a method that is not routed.
  JAVA_ROUTED_ESCAPES,
  /// A type in a signature is no value.
  JAVA_TYPE,
  /// An annotation says how to perform an effect in words that mean nothing.
  JAVA_POLICY,
  /// An annotation says when a function is started in a way that cannot be.
  JAVA_SCHEDULE,
  /// A method that receives messages is declared in a way that cannot be.
  JAVA_MESSAGE,
  /// A method that answers questions about tasks is declared in a way that cannot be.
  JAVA_QUERY,
  /// A function that reads an old shape is declared in a way that cannot be.
  JAVA_MIGRATION,
  /// A class of functions cannot be constructed.
  JAVA_CONSTRUCTOR,
  /// A member of the JDK gives other answers on replay, or touches the world.
  JAVA_IMPURE,
  /// A member of the JDK is not known to be deterministic.
  JAVA_UNLISTED,
  /// A class extends or implements a class of the JDK that functions must not use.
  JAVA_EXTENDS,
  /// The world is asked in a static initialiser.
  JAVA_STATIC_INIT,
  /// A field would keep state between calls.
  JAVA_HIDDEN_STATE,
  /// Something that came as an argument or from a static field is changed.
  JAVA_SHARED_WRITE,
  /// A lock is taken.
  JAVA_LOCK,
  /// A method is native.
  JAVA_NATIVE,
  /// A class has a finalizer.
  JAVA_FINALIZER,
  /// The identity of an object shows in a result.
  JAVA_IDENTITY,
  /// A function cannot stand in for the one that serves its name.
  JAVA_INCOMPATIBLE,
  /// A crash of the JVM is caught by name.
  JAVA_CATCHES_CRASH
}
