package dev.perdure.java;

import java.util.Set;

/// Methods of the JDK that change their receiver or first argument, and methods that hand out what
/// is reached from it.
final class Mutators {
  private static final Set<String> OF_COLLECTIONS =
      Set.of(
          "add",
          "addAll",
          "addFirst",
          "addLast",
          "clear",
          "compute",
          "computeIfAbsent",
          "computeIfPresent",
          "merge",
          "offer",
          "offerFirst",
          "offerLast",
          "poll",
          "pollFirst",
          "pollFirstEntry",
          "pollLast",
          "pollLastEntry",
          "pop",
          "push",
          "put",
          "putAll",
          "putFirst",
          "putIfAbsent",
          "putLast",
          "remove",
          "removeAll",
          "removeFirst",
          "removeIf",
          "removeLast",
          "replace",
          "replaceAll",
          "retainAll",
          "set",
          "setSeed",
          "setValue",
          "sort");
  private static final Set<String> OF_TEXTS =
      Set.of(
          "append",
          "appendCodePoint",
          "delete",
          "deleteCharAt",
          "insert",
          "repeat",
          "replace",
          "reverse",
          "setCharAt",
          "setLength");
  private static final Set<String> READING_ATOMICS =
      Set.of("get", "getPlain", "getAcquire", "getOpaque", "toString", "intValue", "longValue");
  private static final Set<String> OF_FIRST_ARGUMENT =
      Set.of(
          "addAll", "fill", "replaceAll", "reverse", "rotate", "setAll", "shuffle", "sort", "swap");
  private static final Set<String> REACHING_IN =
      Set.of(
          "descendingIterator",
          "descendingMap",
          "descendingSet",
          "element",
          "entrySet",
          "firstEntry",
          "get",
          "getFirst",
          "getKey",
          "getLast",
          "getOrDefault",
          "getValue",
          "headMap",
          "headSet",
          "iterator",
          "keySet",
          "lastEntry",
          "listIterator",
          "next",
          "orElse",
          "orElseThrow",
          "peek",
          "peekFirst",
          "peekLast",
          "previous",
          "reversed",
          "sequencedEntrySet",
          "sequencedKeySet",
          "sequencedValues",
          "subList",
          "subMap",
          "subSet",
          "tailMap",
          "tailSet",
          "values");

  private Mutators() {}

  /// Whether a call of a member of the JDK changes its receiver.
  static boolean changesReceiver(Member member) {
    var owner = member.owner();
    var name = member.name();
    if (owner.startsWith("java/util/concurrent/atomic/")) {
      return !READING_ATOMICS.contains(name) && !member.isConstructor();
    }
    if (owner.equals("java/util/Random") || owner.startsWith("java/util/random/")) {
      return name.startsWith("next") || name.equals("setSeed");
    }
    if (owner.equals("java/lang/StringBuilder") || owner.equals("java/lang/StringBuffer")) {
      return OF_TEXTS.contains(name);
    }
    return isCollection(owner) && OF_COLLECTIONS.contains(name);
  }

  /// Whether a static method of the JDK changes its first argument.
  static boolean changesFirstArgument(Member member) {
    return (member.owner().equals("java/util/Collections")
            || member.owner().equals("java/util/Arrays"))
        && OF_FIRST_ARGUMENT.contains(member.name());
  }

  /// Whether a method of the JDK returns an object that its receiver holds, or a view of it.
  static boolean reachesIn(Member member) {
    return isCollection(member.owner()) && REACHING_IN.contains(member.name());
  }

  private static boolean isCollection(String owner) {
    return owner.startsWith("java/util/") && owner.indexOf('/', "java/util/".length()) < 0;
  }
}
