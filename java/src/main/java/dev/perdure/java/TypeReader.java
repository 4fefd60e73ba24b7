package dev.perdure.java;

import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.classfile.Signature;
import java.lang.classfile.Signature.ArrayTypeSig;
import java.lang.classfile.Signature.BaseTypeSig;
import java.lang.classfile.Signature.ClassTypeSig;
import java.lang.classfile.Signature.TypeArg;
import java.lang.classfile.Signature.TypeVarSig;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/// Reads generic signatures off class files.
final class TypeReader {
  private TypeReader() {}

  static FrozenFunction.Signature signature(MethodModel method) {
    var signature =
        method
            .findAttribute(Attributes.signature())
            .map(attribute -> attribute.asMethodSignature())
            .orElseGet(() -> MethodSignature.of(method.methodTypeSymbol()));
    return new FrozenFunction.Signature(
        signature.arguments().stream().map(TypeReader::type).toList(), type(signature.result()));
  }

  /// The type of a field or of a component of a record.
  ///
  /// @param descriptor its type without type arguments
  static TypeRef type(AttributedElement declared, ClassDesc descriptor) {
    return type(
        declared
            .findAttribute(Attributes.signature())
            .map(attribute -> attribute.asTypeSignature())
            .orElseGet(() -> Signature.of(descriptor)));
  }

  static TypeRef type(Signature signature) {
    return switch (signature) {
      case BaseTypeSig base -> primitive(base);
      case ArrayTypeSig array -> new TypeRef.ArrayOf(type(array.componentSignature()));
      case TypeVarSig variable -> new TypeRef.Variable(variable.identifier());
      case ClassTypeSig named ->
          new TypeRef.Named(
              binaryName(named), named.typeArgs().stream().map(TypeReader::argument).toList());
    };
  }

  /// The names of the type parameters that a class declares.
  static List<String> parameters(ClassModel type) {
    return type
        .findAttribute(Attributes.signature())
        .map(attribute -> attribute.asClassSignature().typeParameters())
        .orElse(List.of())
        .stream()
        .map(Signature.TypeParam::identifier)
        .toList();
  }

  private static TypeRef primitive(BaseTypeSig base) {
    var type = ClassDesc.ofDescriptor(String.valueOf(base.baseType()));
    return new TypeRef.Primitive(type.equals(ConstantDescs.CD_void) ? "void" : type.displayName());
  }

  // A value of `? extends T` is read and written as a T.
  private static TypeRef argument(TypeArg argument) {
    return switch (argument) {
      case TypeArg.Unbounded _ -> new TypeRef.Unknown();
      case TypeArg.Bounded bounded ->
          bounded.wildcardIndicator() == TypeArg.Bounded.WildcardIndicator.SUPER
              ? new TypeRef.Unknown()
              : type(bounded.boundType());
    };
  }

  // An inner class of a generic one is written `Outer<T>.Inner`.
  private static String binaryName(ClassTypeSig named) {
    var outer = named.outerType();
    return outer.isPresent()
        ? binaryName(outer.get()) + "$" + named.className()
        : Names.binary(named.className());
  }
}
