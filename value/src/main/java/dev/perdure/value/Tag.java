package dev.perdure.value;

/// The first byte of each encoded value. [Decoder] draws what follows it.
final class Tag {
  static final int NIL = 0x00;
  static final int FALSE = 0x01;
  static final int TRUE = 0x02;
  static final int INT = 0x03;
  static final int BIG_INT = 0x04;
  static final int RATIO = 0x05;
  static final int REAL = 0x06;
  static final int DECIMAL = 0x07;
  static final int CHAR = 0x08;
  static final int STR = 0x09;
  static final int KEYWORD = 0x0A;
  static final int SYMBOL = 0x0B;
  static final int INST = 0x0C;
  static final int UUID = 0x0D;
  static final int BYTES = 0x0E;
  static final int LIST = 0x0F;
  static final int VEC = 0x10;
  static final int SET = 0x11;
  static final int MAP = 0x12;
  static final int TAGGED = 0x13;

  private static final Kind[] KINDS = {
    Kind.NIL,
    Kind.BOOL,
    Kind.BOOL,
    Kind.INT,
    Kind.BIG_INT,
    Kind.RATIO,
    Kind.REAL,
    Kind.DECIMAL,
    Kind.CHAR,
    Kind.STR,
    Kind.KEYWORD,
    Kind.SYMBOL,
    Kind.INST,
    Kind.UUID,
    Kind.BYTES,
    Kind.LIST,
    Kind.VEC,
    Kind.SET,
    Kind.MAP,
    Kind.TAGGED
  };

  private Tag() {}

  static boolean isKnown(int tag) {
    return tag < KINDS.length;
  }

  /// The kind of a known tag.
  static Kind kind(int tag) {
    return KINDS[tag];
  }
}
