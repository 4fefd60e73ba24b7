package dev.perdure.value;

import java.util.Locale;

/// The kinds of values, in their order. The position also salts the hash of a value, which fixes
/// the order of encoded maps: a new kind goes to the end.
public enum Kind {
  NIL(1),
  BOOL(2),
  INT(3),
  BIG_INT(4),
  RATIO(5),
  REAL(6),
  DECIMAL(7),
  CHAR(8),
  STR(9),
  KEYWORD(10),
  SYMBOL(11),
  INST(12),
  UUID(13),
  BYTES(14),
  LIST(15),
  VEC(16),
  SET(17),
  MAP(18),
  TAGGED(19);

  private final int salt;

  Kind(int salt) {
    this.salt = salt;
  }

  /// Makes equal contents of different kinds hash differently.
  int salt() {
    return salt;
  }

  /// The name in messages, such as `big-int`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
