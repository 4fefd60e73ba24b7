package dev.perdure.java;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/// One row of the table of JDK members, as it is written: `verdict owner [member] [argument]`.
///
/// @param line counted from 1
/// @param owner a class if its last part starts with a capital letter, else a package
/// @param member a name, or a name with parameter types; empty for all members of the owner
/// @param argument the topic or target; empty if the verdict needs none
record Row(int line, String verdict, String owner, String member, String argument) {
  static final String WHOLE = "";

  // Verdicts on whole classes.
  private static final Set<String> OF_CLASSES = Set.of("swap", "remap");

  static Row parse(int line, String text) {
    var words = Arrays.asList(text.strip().split("\\s+"));
    var verdict = words.get(0);
    var owner = Names.internal(words.get(1));
    var rest = words.subList(2, words.size());
    var wantsArgument = !verdict.equals("allow");
    var hasMember = !OF_CLASSES.contains(verdict) && rest.size() > (wantsArgument ? 1 : 0);
    var argument = wantsArgument ? rest.getLast() : "";
    return new Row(line, verdict, owner, hasMember ? key(rest.getFirst()) : WHOLE, argument);
  }

  boolean isPackage() {
    var first = owner.substring(owner.lastIndexOf('/') + 1).charAt(0);
    return !Character.isUpperCase(first);
  }

  // "sleep(long,int)" → "sleep(JI)"; "sleep" stays.
  private static String key(String member) {
    var open = member.indexOf('(');
    if (open < 0) {
      return member;
    }
    var types = member.substring(open + 1, member.length() - 1);
    var descriptors =
        types.isEmpty()
            ? ""
            : Arrays.stream(types.split(",")).map(Row::descriptor).collect(Collectors.joining());
    return member.substring(0, open) + "(" + descriptors + ")";
  }

  private static String descriptor(String type) {
    if (type.endsWith("[]")) {
      return "[" + descriptor(type.substring(0, type.length() - 2));
    }
    return switch (type) {
      case "int" -> ConstantDescs.CD_int.descriptorString();
      case "long" -> ConstantDescs.CD_long.descriptorString();
      case "float" -> ConstantDescs.CD_float.descriptorString();
      case "double" -> ConstantDescs.CD_double.descriptorString();
      case "byte" -> ConstantDescs.CD_byte.descriptorString();
      case "char" -> ConstantDescs.CD_char.descriptorString();
      case "short" -> ConstantDescs.CD_short.descriptorString();
      case "boolean" -> ConstantDescs.CD_boolean.descriptorString();
      default -> ClassDesc.of(type.contains(".") ? type : "java.lang." + type).descriptorString();
    };
  }
}
