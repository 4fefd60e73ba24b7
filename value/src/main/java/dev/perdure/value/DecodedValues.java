package dev.perdure.value;

import dev.perdure.value.trie.SortedEntries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.UUID;

/// Whole values out of a [Decoder], whose page draws their bytes.
final class DecodedValues {
  private DecodedValues() {}

  static Value next(Decoder in) {
    int from = in.at();
    int tag = in.u8();
    return switch (tag) {
      case Tag.NIL -> Nil.NIL;
      case Tag.FALSE -> Bool.FALSE;
      case Tag.TRUE -> Bool.TRUE;
      case Tag.INT -> Int.of(in.zigzag());
      case Tag.BIG_INT -> new BigInt(in.big());
      case Tag.RATIO -> ratio(in, from);
      case Tag.REAL -> new Real(in.realBody());
      case Tag.DECIMAL -> decimal(in, from);
      case Tag.CHAR -> character(in, from);
      case Tag.STR -> new Str(in.utf8());
      case Tag.KEYWORD -> in.keywordBody();
      case Tag.SYMBOL -> in.symbolBody();
      case Tag.INST -> new Inst(in.instBody());
      case Tag.UUID -> new Uuid(new UUID(in.fixed64(), in.fixed64()));
      case Tag.BYTES -> Bytes.owning(in.blob());
      case Tag.LIST -> list(in);
      case Tag.VEC -> vec(in);
      case Tag.SET -> set(in);
      case Tag.MAP -> map(in);
      case Tag.TAGGED -> tagged(in, from);
      default -> throw in.corrupt("no value starts with the byte " + tag, from);
    };
  }

  private static Value ratio(Decoder in, int from) {
    var above = in.big();
    var below = in.big();
    if (below.compareTo(BigInteger.TWO) < 0 || !above.gcd(below).equals(BigInteger.ONE)) {
      throw in.corrupt("a ratio is not reduced", from);
    }
    return Ratio.of(above, below);
  }

  private static Value decimal(Decoder in, int from) {
    long scale = in.zigzag();
    if (scale != (int) scale) {
      throw in.corrupt("a decimal's scale exceeds 32 bits", from);
    }
    return new Decimal(new BigDecimal(in.big(), (int) scale));
  }

  private static Value character(Decoder in, int from) {
    long codePoint = in.varint();
    if (codePoint < 0
        || codePoint > Character.MAX_CODE_POINT
        || Text.isSurrogate((int) codePoint)) {
      throw in.corrupt("a char is not a Unicode character", from);
    }
    return new Char((int) codePoint);
  }

  private static Value list(Decoder in) {
    int count = in.count(1);
    in.descend();
    var elements = VecBuilder.empty();
    for (int i = 0; i < count; i++) {
      elements.add(next(in));
    }
    in.ascend();
    return ListValue.of(elements.build());
  }

  private static Value vec(Decoder in) {
    int count = in.count(1);
    in.descend();
    var elements = VecBuilder.empty();
    for (int i = 0; i < count; i++) {
      elements.add(next(in));
    }
    in.ascend();
    return elements.build();
  }

  private static Value set(Decoder in) {
    int count = in.count(1);
    in.descend();
    var entries = new SortedEntries(ValueTrie.SET, count);
    for (int i = 0; i < count; i++) {
      int from = in.at();
      var element = next(in);
      if (!entries.add(element, element)) {
        throw in.corrupt("a set's elements are not in their order", from);
      }
    }
    in.ascend();
    return count == 0 ? SetValue.EMPTY : new SetValue(entries.root(), count);
  }

  private static Value map(Decoder in) {
    int count = in.count(2);
    in.descend();
    var entries = new SortedEntries(ValueTrie.MAP, count);
    for (int i = 0; i < count; i++) {
      int from = in.at();
      var key = next(in);
      if (!entries.add(key, next(in))) {
        throw in.corrupt("a map's keys are not in their order", from);
      }
    }
    in.ascend();
    return count == 0 ? MapValue.EMPTY : new MapValue(entries.root(), count);
  }

  private static Value tagged(Decoder in, int from) {
    var tag = in.symbolBody();
    in.descend();
    var content = next(in);
    in.ascend();
    if (Tagged.isReserved(tag)) {
      throw in.corrupt("the tag #" + tag.text() + " is reserved", from);
    }
    return new Tagged(tag, content);
  }
}
