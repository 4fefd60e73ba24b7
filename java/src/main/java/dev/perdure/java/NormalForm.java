package dev.perdure.java;

import dev.perdure.engine.PerformOptions;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.InnerClassInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// What of code and types matters, as a stream of words that is hashed.
///
/// Left out is what does not change what code does: lines, names of locals, debug information, the
/// order of constants, the width of instructions. Names that compilers number in the order of the
/// source (lambda bodies, anonymous and local classes) are numbered anew in the order of their
/// first use, so that code further up in a file does not shift them.
final class NormalForm {
  private static final int VALUE_FLAGS_IGNORED = ClassFile.ACC_SUPER;

  private final Classes classes;
  private final MessageDigest digest;
  private final Map<String, String> renamed = new HashMap<>();

  NormalForm(Classes classes) {
    this.classes = classes;
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every JDK has SHA-256", e);
    }
  }

  /// Adds a word: its length in UTF-8 bytes (u4, big-endian), then the bytes.
  NormalForm word(String word) {
    var bytes = word.getBytes(StandardCharsets.UTF_8);
    digest.update((byte) (bytes.length >>> 24));
    digest.update((byte) (bytes.length >>> 16));
    digest.update((byte) (bytes.length >>> 8));
    digest.update((byte) bytes.length);
    digest.update(bytes);
    return this;
  }

  NormalForm word(int number) {
    return word(Integer.toString(number));
  }

  /// Adds the declaration and code of a method.
  void method(UserMethod method) {
    trust(method.owner());
    word("method").member(method.member()).word(method.model().flags().flagsMask());
    if (Annotations.has(method.model(), Annotations.MIGRATES)) {
      word("migrates");
    }
    method.model().code().ifPresent(code -> new NormalCode(this, code).write());
  }

  /// Adds what a type is declared as.
  void type(UserClass type) {
    trust(type);
    word("type").className(type.name());
    word(type.model().flags().flagsMask() & ~VALUE_FLAGS_IGNORED);
    var superName = type.superName();
    className(superName == null ? Names.OBJECT : superName);
    type.interfaces().forEach(this::className);
    Annotations.formerNames(type.model()).forEach(this::word);
    components(type);
    if (type.isAnnotated(Annotations.EFFECT)) {
      effect(type);
    }
  }

  /// Trusted code runs as it is, other code with the clock and the like exchanged.
  private void trust(UserClass type) {
    if (type.isTrusted()) {
      word("trusted");
    }
  }

  /// Adds a reference to a method or field.
  NormalForm member(Member member) {
    return className(member.owner()).word(memberName(member)).descriptor(member.descriptor());
  }

  /// Adds the name of a class.
  NormalForm className(String name) {
    return word(newName(name));
  }

  /// Adds a descriptor or signature, with the class names in it.
  NormalForm descriptor(String descriptor) {
    var text = new StringBuilder();
    var at = 0;
    while (at < descriptor.length()) {
      var c = descriptor.charAt(at);
      var end = c == 'L' ? descriptor.indexOf(';', at) : at;
      text.append(c == 'L' ? "L" + newName(descriptor.substring(at + 1, end)) + ";" : c);
      at = end + 1;
    }
    return word(text.toString());
  }

  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  private void components(UserClass type) {
    type.model()
        .findAttribute(Attributes.record())
        .ifPresent(record ->
            record
                .components()
                .forEach(each -> {
                  word(each.name().stringValue()).descriptor(each.descriptor().stringValue());
                  Annotations.formerNames(each).forEach(this::word);
                }));
  }

  private void effect(UserClass type) {
    type.methods().stream()
        .filter(UserMethod::isAbstract)
        .map(method ->
            method.signature()
                + Annotations.has(method.model(), Annotations.READ_ONLY)
                + Annotations.has(method.model(), Annotations.IDEMPOTENT)
                + policy(method))
        .sorted()
        .forEach(this::word);
  }

  private static String policy(UserMethod method) {
    var options = new PerformPolicy(method, new Findings()).options();
    var message = Types.message(method);
    return (options.equals(PerformOptions.NONE) ? "" : options)
        + (message == null ? "" : "" + message);
  }

  private String memberName(Member member) {
    var type = classes.user(member.owner());
    var method = type == null ? null : type.method(member.signature());
    return method != null && method.isLambdaBody()
        ? renamed(member.owner() + "." + member.name(), "lambda")
        : member.name();
  }

  private String newName(String name) {
    var type = classes.user(name);
    return type != null && isNumbered(type) ? renamed(name, "class") : name;
  }

  private String renamed(String name, String kind) {
    return renamed.computeIfAbsent(name, _ -> kind + "?" + renamed.size());
  }

  // Local and anonymous classes have no outer class in their entry (JVMS 4.7.6).
  private static boolean isNumbered(UserClass type) {
    return type.model()
        .findAttribute(Attributes.innerClasses())
        .map(attribute ->
            attribute.classes().stream().anyMatch(entry -> isNumbered(entry, type.name())))
        .orElse(false);
  }

  private static boolean isNumbered(InnerClassInfo entry, String name) {
    return entry.innerClass().asInternalName().equals(name) && entry.outerClass().isEmpty();
  }
}
