package dev.perdure.java.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;

/// The bootstrap methods of rewritten code. Called by the JVM only, once a call site.
public final class Linker {
  private static final MethodHandle VALUE_OF = valueOf();

  private Linker() {}

  /// Links a call with a receiver, which is the first parameter of the type.
  ///
  /// @param caller the class with the call
  /// @param method the method's name as it was called
  /// @param type receiver, parameters and result of the call
  /// @param function the name of the function
  /// @param direct the method of the caller's own universe
  public static CallSite route(
      Lookup caller, String method, MethodType type, String function, MethodHandle direct) {
    return sites(caller).link(new Sites.Key(function, type, true), direct);
  }

  /// Links a call of a static method.
  ///
  /// @param caller the class with the call
  /// @param method the method's name as it was called
  /// @param type parameters and result of the call
  /// @param function the name of the function
  /// @param direct the method of the caller's own universe
  public static CallSite routeStatic(
      Lookup caller, String method, MethodType type, String function, MethodHandle direct) {
    return sites(caller).link(new Sites.Key(function, type, false), direct);
  }

  /// Links a call with any number of arguments to a method that takes them as one array.
  ///
  /// @param caller the class with the call
  /// @param method the method's name as it was called
  /// @param type parameters and result of the call
  /// @param target the method with the array
  public static CallSite spread(
      Lookup caller, String method, MethodType type, MethodHandle target) {
    var fixed = target.asFixedArity();
    var array = fixed.type().parameterType(0);
    return new ConstantCallSite(fixed.asCollector(array, type.parameterCount()).asType(type));
  }

  /// Links a concatenation of texts, as [StringConcatFactory#makeConcat] does, but that no identity
  /// shows in them.
  public static CallSite makeConcat(Lookup caller, String method, MethodType type)
      throws StringConcatException {
    return shown(type, StringConcatFactory.makeConcat(caller, method, ofTexts(type)));
  }

  /// Links a concatenation of texts, as [StringConcatFactory#makeConcatWithConstants] does, but
  /// that no identity shows in them.
  public static CallSite makeConcatWithConstants(
      Lookup caller, String method, MethodType type, String recipe, Object... constants)
      throws StringConcatException {
    return shown(
        type,
        StringConcatFactory.makeConcatWithConstants(
            caller, method, ofTexts(type), recipe, constants));
  }

  private static MethodType ofTexts(MethodType type) {
    return MethodType.methodType(
        type.returnType(),
        type.parameterList().stream().map(Linker::ofText).toArray(Class<?>[]::new));
  }

  private static Class<?> ofText(Class<?> type) {
    return type.isPrimitive() ? type : String.class;
  }

  private static CallSite shown(MethodType type, CallSite ofTexts) {
    var target = ofTexts.getTarget();
    for (var i = 0; i < type.parameterCount(); i++) {
      if (!type.parameterType(i).isPrimitive() && type.parameterType(i) != String.class) {
        target = MethodHandles.filterArguments(target, i, VALUE_OF);
      }
    }
    return new ConstantCallSite(target.asType(type));
  }

  private static MethodHandle valueOf() {
    try {
      return MethodHandles.lookup()
          .findStatic(Texts.class, "valueOf", MethodType.methodType(String.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /// Stands for the body of a method that the check has found no way to.
  ///
  /// @param method the method, for the reader of the stack trace
  public static Error unreached(String method) {
    return new LinkageError(
        method + " was not checked when its universe was frozen: no function calls it");
  }

  private static Sites sites(Lookup caller) {
    if (caller.lookupClass().getClassLoader() instanceof Linked universe) {
      return universe.sites();
    }
    throw new LinkageError(caller.lookupClass().getName() + " was frozen but not loaded as such");
  }
}
