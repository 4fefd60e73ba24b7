package dev.perdure.java;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/// Replaces class names in a class file, wherever they stand.
///
/// They stand in the constant pool only (JVMS 4.4), as texts or within texts:
///
/// ```
/// magic u4 · minor u2 · major u2 · count u2 · count - 1 entries · the rest, by index
/// entry: tag u1, then by tag
///   1 text: size u2, modified UTF-8     5, 6 long, double: 8 bytes, and the next index is not used
///   3, 4 int, float, 9-12, 17, 18: 4    7, 8, 16, 19, 20: 2    15 method handle: 3
/// ```
///
/// All numbers are big-endian. A string literal that is such a name by itself is replaced too: the
/// class is not there for whoever looks for it either.
final class ClassNames {
  private static final int HEADER_SIZE = 8;
  private static final int TEXT = 1;

  private ClassNames() {}

  /// A class file with internal names replaced; the same bytes if it has none of them.
  static byte[] replace(byte[] classFile, Map<String, String> names) {
    try {
      var in = new DataInputStream(new ByteArrayInputStream(classFile));
      var bytes = new ByteArrayOutputStream(classFile.length);
      var out = new DataOutputStream(bytes);
      out.write(in.readNBytes(HEADER_SIZE));
      var count = in.readUnsignedShort();
      out.writeShort(count);
      var changed = false;
      for (var index = 1; index < count; index++) {
        var tag = in.readUnsignedByte();
        out.writeByte(tag);
        if (tag == TEXT) {
          var before = in.readUTF();
          var after = replaced(before, names);
          changed |= !after.equals(before);
          out.writeUTF(after);
        } else {
          out.write(in.readNBytes(size(tag)));
          index += tag == 5 || tag == 6 ? 1 : 0;
        }
      }
      in.transferTo(out);
      return changed ? bytes.toByteArray() : classFile;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String text, Map<String, String> names) {
    var result = text;
    for (var name : names.entrySet()) {
      result =
          result.equals(name.getKey())
              ? name.getValue()
              : result.replace("L" + name.getKey() + ";", "L" + name.getValue() + ";");
    }
    return result;
  }

  private static int size(int tag) {
    return switch (tag) {
      case 5, 6 -> 8;
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      default -> 4;
    };
  }
}
