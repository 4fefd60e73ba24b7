package dev.perdure.java;

/// What universes share: the platform's classes, the API, and the link package.
final class Gate extends ClassLoader {
  static final Gate INSTANCE = new Gate();

  static {
    registerAsParallelCapable();
  }

  private static final String API = "dev.perdure.api.";
  private static final String LINK = "dev.perdure.java.link.";

  private Gate() {
    super("perdure", getPlatformClassLoader());
  }

  /// Whether a class comes through the gate rather than from the universe.
  static boolean isApi(String className) {
    return className.startsWith(API) || className.startsWith(LINK);
  }

  /// Whether a class, by its internal name, may be named by user code: the link package may not.
  static boolean isForUsers(String name) {
    return Names.binary(name).startsWith(API);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (isApi(name)) {
      return Class.forName(name, false, Gate.class.getClassLoader());
    }
    throw new ClassNotFoundException(name);
  }
}
