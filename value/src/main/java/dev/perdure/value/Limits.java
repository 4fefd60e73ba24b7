package dev.perdure.value;

/// What a reader of text or bytes accepts at most, so that hostile input costs bounded time and
/// memory.
///
/// @param depthMax nesting of collections and tags; reading recurs once a level
/// @param bytesMax size of the input in bytes; of a text in UTF-16 units
/// @param elementsMax values in the input, counting each element, key and value
/// @param tokenMax size of one string, name or number, in the unit of `bytesMax`
/// @param digitsMax digits of one number: the JDK converts decimal digits in quadratic time
public record Limits(int depthMax, int bytesMax, int elementsMax, int tokenMax, int digitsMax) {
  /// The deepest nesting that any reader, printer or encoder accepts. Each recurs once a level, and
  /// a frame takes more or less stack as the JIT compiler likes: at this depth all fit a stack of
  /// 640 KiB in every state seen, where the JVM's default is 1 MiB.
  public static final int DEPTH_CEILING = 512;

  /// For input from outside: 16 MiB and tokens of 1 MiB as for wat's source files (W1); 4 million
  /// values, which take at most about 256 MiB of heap; 10,000 digits, about a millisecond's work.
  public static final Limits OUTSIDE =
      new Limits(DEPTH_CEILING, 16 << 20, 4 << 20, 1 << 20, 10_000);

  /// For bytes that Perdure wrote itself: bounded by the depth, and by the length of the input.
  public static final Limits OWN =
      new Limits(
          DEPTH_CEILING,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE,
          Integer.MAX_VALUE);

  public Limits {
    if (depthMax < 1 || depthMax > DEPTH_CEILING) {
      throw ValueCode.invalid("depthMax is " + depthMax + ", not in 1 to " + DEPTH_CEILING);
    }
    if (bytesMax < 0 || elementsMax < 0 || tokenMax < 0 || digitsMax < 0) {
      throw ValueCode.invalid("a limit is negative");
    }
  }

  /// The same with another depth.
  public Limits withDepthMax(int max) {
    return new Limits(max, bytesMax, elementsMax, tokenMax, digitsMax);
  }

  /// The same with another size of the input.
  public Limits withBytesMax(int max) {
    return new Limits(depthMax, max, elementsMax, tokenMax, digitsMax);
  }

  /// The same with another number of values.
  public Limits withElementsMax(int max) {
    return new Limits(depthMax, bytesMax, max, tokenMax, digitsMax);
  }

  /// The same with another size of a token.
  public Limits withTokenMax(int max) {
    return new Limits(depthMax, bytesMax, elementsMax, max, digitsMax);
  }

  /// The same with another number of digits.
  public Limits withDigitsMax(int max) {
    return new Limits(depthMax, bytesMax, elementsMax, tokenMax, max);
  }
}
