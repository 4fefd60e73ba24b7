package dev.perdure.wat.identity;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes what a name in the core form stands for: a definition of the program by its hash, all
/// else by its name.
///
/// Of a function of several clauses the core form names the clause, `f#2`, or the function that
/// chooses among those for a number of arguments, `f@3`; both are parts of one definition.
final class Names {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Set<String> definitions;
  private final Map<String, String> aliases;

  /// @param definitions the program's paths that have a form of their own
  /// @param aliases what the other ones stand for
  Names(Set<String> definitions, Map<String, String> aliases) {
    this.definitions = definitions;
    this.aliases = aliases;
  }

  void write(String written, NormalForm out) {
    var name = resolve(written);
    int clause = name.lastIndexOf('#');
    int choice = name.lastIndexOf('@');
    if (definitions.contains(name)) {
      out.tag(Tags.USED).hash(Node.definition(name));
    } else if (isPart(name, clause)) {
      part(Tags.USED_CLAUSE, name, clause, out);
    } else if (isPart(name, choice)) {
      part(Tags.USED_CHOICE, name, choice, out);
    } else {
      out.tag(Tags.BUILT_IN).text(name).count(BuiltIns.VERSION);
    }
  }

  private boolean isPart(String name, int at) {
    return at > 0
        && definitions.contains(name.substring(0, at))
        && NUMBER.matcher(name.substring(at + 1)).matches();
  }

  private static void part(int tag, String name, int at, NormalForm out) {
    out.tag(tag)
        .hash(Node.definition(name.substring(0, at)))
        .count(Integer.parseInt(name.substring(at + 1)));
  }

  /// Whether the program defines the path.
  boolean isDeclared(String path) {
    return definitions.contains(resolve(path));
  }

  /// The path behind all aliases, of which there is no circle in a program that is sound.
  String resolve(String name) {
    var at = name;
    while (aliases.containsKey(at)) {
      at = aliases.get(at);
    }
    return at;
  }
}
