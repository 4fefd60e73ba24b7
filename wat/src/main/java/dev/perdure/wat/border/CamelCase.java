package dev.perdure.wat.border;

/// Names of wat as names of Java: `user-id` is `userId`, `is-paid?` is `isPaid`.
public final class CamelCase {
  private static final String SERVICES = "perdure::";
  private static final String API = "dev.perdure.api.";

  private CamelCase() {}

  /// Of a field, a parameter or an operation.
  public static String of(String name) {
    var camel = new StringBuilder();
    boolean isNext = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isJavaIdentifierPart(c)) {
        isNext = camel.length() > 0;
      } else {
        camel.append(isNext ? Character.toUpperCase(c) : c);
        isNext = false;
      }
    }
    return camel.toString();
  }

  /// The name of a class as the path of an effect interface: `acme.shop.Mailer` is
  /// `acme::shop::Mailer`.
  public static String path(String className) {
    return className.replace(".", "::");
  }

  /// A path as the name of a class: `acme::shop::Order` is `acme.shop.Order`, and a service of the
  /// engine such as `perdure::Http` is that of its API, `dev.perdure.api.Http`.
  public static String className(String path) {
    return path.startsWith(SERVICES)
        ? API + path.substring(SERVICES.length())
        : path.replace("::", ".");
  }
}
