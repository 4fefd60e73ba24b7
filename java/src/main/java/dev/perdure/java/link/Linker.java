package dev.perdure.java.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;

/// The bootstrap methods of routed calls. Called by the JVM only, once a call site.
public final class Linker {
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
