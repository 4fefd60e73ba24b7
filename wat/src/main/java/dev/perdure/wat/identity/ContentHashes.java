package dev.perdure.wat.identity;

import dev.perdure.value.Hash;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.expand.Macro;
import dev.perdure.wat.library.Library;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The content hashes of a program (W9.1): equal ones mean the same function, or the same type,
/// whichever program it stands in. Immutable.
public final class ContentHashes {
  private final Checked program;
  private final Names names;
  private final Map<Node, Hash> hashes;

  private ContentHashes(Checked program) {
    this.program = program;
    this.names = Forms.names(program);
    this.hashes = Groups.hashes(Forms.of(program, names));
  }

  /// Those of a program that is sound. Needs a stack for the depth that programs may have.
  public static ContentHashes of(Checked program) {
    return new ContentHashes(program);
  }

  /// The hash of a macro: of its parameters and of its body as trees.
  public static Hash of(Macro macro) {
    var out = new NormalForm().tag(Tags.MACRO).count(macro.params().size());
    macro.params().forEach(param -> out.tree(param.symbol()).text(param.type()));
    out.flag(macro.rest() != null);
    if (macro.rest() != null) {
      out.tree(macro.rest().symbol()).text(macro.rest().type());
    }
    out.tree(macro.body().form());
    return out.hash(_ -> new byte[Hash.SIZE]);
  }

  /// Those of the definitions that have a name, by path; an alias has that of what it stands for.
  public SortedMap<String, Hash> definitions() {
    var definitions = new TreeMap<String, Hash>();
    for (var definition : program.declarations().definitions()) {
      if (!isHeld(definition.name())) {
        definitions.put(definition.name(), definition(definition.name()));
      }
    }
    for (var extension : program.declarations().extensions()) {
      definitions.put(Forms.path(extension), definition(Forms.path(extension)));
    }
    return definitions;
  }

  /// Those of the values of `let`s at top level, which no program can name; sorted.
  public List<Hash> held() {
    return program.constants().keySet().stream()
        .filter(ContentHashes::isHeld)
        .map(this::definition)
        .sorted()
        .toList();
  }

  private static boolean isHeld(String path) {
    return path.startsWith("$bound::");
  }

  private Hash definition(String path) {
    var name = names.resolve(path);
    var own = hashes.get(Node.definition(name));
    return own != null ? own : BuiltIns.hash(name);
  }

  /// The types that the program declares, by path.
  public SortedMap<String, Hash> types() {
    var types = new TreeMap<String, Hash>();
    hashes.forEach((node, hash) -> {
      if (node.isType()) {
        types.put(node.path(), hash);
      }
    });
    return types;
  }

  /// The hash of the definition of this path, or of the type; null if there is neither. What the
  /// language brings along has one of its name.
  public @Nullable Hash find(String path) {
    var name = names.resolve(path);
    var definition = hashes.get(Node.definition(name));
    if (definition != null) {
      return definition;
    }
    var type = hashes.get(Node.type(name));
    if (type != null) {
      return type;
    }
    return Library.get().definition(name) != null || program.types().isKnown(name)
        ? BuiltIns.hash(name)
        : null;
  }
}
