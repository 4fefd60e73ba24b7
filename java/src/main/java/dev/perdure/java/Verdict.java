package dev.perdure.java;

/// What the table says of a member of the JDK.
sealed interface Verdict {
  /// The same everywhere and always.
  record Allowed() implements Verdict {}

  /// Not for task code.
  record Refused(Topic topic) implements Verdict {}

  /// Has a deterministic meaning, which a target gives.
  ///
  /// @param asks whether the target asks the seam when it is called
  record Rewritten(Target target, boolean asks) implements Verdict {}

  /// The table does not know it.
  record Unlisted() implements Verdict {}

  /// Why members are refused, for people.
  ///
  /// @param name what rows refer to it by
  /// @param what follows "`Thread.start`": "starts or waits for threads"
  /// @param remedy what to do instead
  record Topic(String name, String what, String remedy) {}

  /// What takes the place of a member. Owners are internal names.
  sealed interface Target {
    /// A static method of the same shape, the receiver being its first parameter.
    record Call(String owner, String name) implements Target {}

    /// A static method that takes all arguments as one array.
    ///
    /// @param descriptor its type
    record Spread(String owner, String name, String descriptor) implements Target {}

    /// The same constructor with one more argument, which a static method gives.
    ///
    /// @param descriptor the static method's type
    record Append(String owner, String name, String descriptor) implements Target {}

    /// The same member of another class, which is a subclass or stands for this one everywhere.
    record Swap(String owner) implements Target {}
  }
}
