package dev.perdure.wat.declare;

import java.util.Locale;

/// Names in kebab case.
public final class Kebab {
  private Kebab() {}

  /// `FooBar` and `fooBar` become `foo-bar`; what is in kebab case stays.
  public static String of(String name) {
    var kebab = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= 'A' && c <= 'Z' && i > 0 && name.charAt(i - 1) != '-') {
        kebab.append('-');
      }
      kebab.append(c);
    }
    return kebab.toString().toLowerCase(Locale.ROOT);
  }
}
