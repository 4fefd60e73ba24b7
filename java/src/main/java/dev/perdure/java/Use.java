package dev.perdure.java;

import java.lang.constant.ClassDesc;

/// Something outside a method that its code refers to.
sealed interface Use {
  /// The line of the source; 0 if the class file does not say.
  int line();

  /// How a method is called.
  enum Kind {
    VIRTUAL,
    INTERFACE,
    STATIC,
    SPECIAL,
    /// `new`, in a method handle.
    NEW
  }

  /// A method is called.
  ///
  /// @param handle whether through a method handle: a method reference, or a lambda
  record Call(int line, Kind kind, Member member, boolean handle) implements Use {}

  /// A call site or constant is linked by a bootstrap method.
  record Bootstrap(int line, Member member) implements Use {}

  /// A lambda expression or method reference becomes an instance of an interface.
  ///
  /// @param className the interface
  /// @param methodName the method that it implements
  record Lambda(int line, String className, String methodName) implements Use {}

  /// A field is read or written.
  record Field(int line, Member member, boolean isStatic, boolean isWrite) implements Use {}

  /// An instance is made.
  record New(int line, String className) implements Use {}

  /// A class is named: in a cast, a test, a literal, a descriptor, a handler.
  record Mention(int line, String className) implements Use {}

  /// An exception type is caught by name.
  record Catch(int line, ClassDesc type) implements Use {}

  /// A monitor is entered.
  record Monitor(int line) implements Use {}
}
