package dev.perdure.wat.start;

import dev.perdure.wat.data.EdnWriter;
import dev.perdure.wat.data.Function;
import dev.perdure.wat.data.Show;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.expand.Declaring;
import dev.perdure.wat.expand.Expander;
import dev.perdure.wat.freeze.Macros;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.freeze.Sources;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Reader;
import dev.perdure.wat.syntax.Scopes;
import dev.perdure.wat.thread.Back;
import dev.perdure.wat.type.EffectName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A conversation with a program (W18): forms are evaluated one after the other. A declaration
/// makes a successor of the universe, which keeps the values of what is the same in it; one of a
/// name that was declared before takes its place. What is wrong, or raises, changes nothing. For
/// one thread.
public final class Conversation {
  private static final String ANSWER = "user::repl-answer";

  private final Path entry;
  private final Sources sources;
  private final World world;
  private List<Ast> forms;
  private Loaded loaded;

  private Conversation(Path entry, Sources sources, World world, List<Ast> forms, Loaded loaded) {
    this.entry = entry;
    this.sources = sources;
    this.world = world;
    this.forms = List.copyOf(forms);
    this.loaded = loaded;
  }

  /// Begins one with a program.
  ///
  /// @param entry the path of its file, absolute; loads are relative to it
  /// @param text what is in it; may be empty
  /// @param world answers the effects
  /// @throws Refused of what is wrong first with the program
  /// @throws Raise if a constant raises
  public static Conversation begin(Path entry, String text, Sources sources, World world) {
    var forms = text.isBlank() ? List.<Ast>of() : Reader.program(entry.toString(), text);
    var program = Program.check(entry, forms, sources);
    if (!program.isSound()) {
      throw program.errors().getFirst().refused();
    }
    var loaded = loaded(program, null);
    return new Conversation(entry, sources, world, forms, loaded);
  }

  /// What came of a form.
  public sealed interface Answer {
    /// It declared these names.
    record Declared(List<String> names) implements Answer {
      public Declared {
        names = List.copyOf(names);
      }
    }

    /// It gave a value.
    ///
    /// @param text as EDN; of what has none, as it is shown
    /// @param type its type
    /// @param effects what it asked the world, sorted
    record Value(String text, String type, List<String> effects) implements Answer {
      public Value {
        effects = List.copyOf(effects);
      }
    }

    /// It is wrong.
    record Wrong(List<Diagnostic> errors) implements Answer {
      public Wrong {
        errors = List.copyOf(errors);
      }
    }

    /// It raised.
    record Raised(Diagnostic diagnostic) implements Answer {}

    /// It wrote to stderr, which ends a program.
    record Ended() implements Answer {}
  }

  /// Whether a text has no form that goes on behind it.
  public static boolean isComplete(String text) {
    return !Reader.isIncomplete(text);
  }

  /// The paths of what it has declared, sorted.
  public Set<String> names() {
    return new TreeSet<>(loaded.program().declarations().names());
  }

  /// Evaluates the forms of a text until one is wrong or raises; what came of each.
  ///
  /// @param source what the text is called in reports
  public List<Answer> say(String source, String text) {
    List<Ast> said;
    try {
      said = Reader.program(source, text);
    } catch (Refused refused) {
      return List.of(new Answer.Wrong(List.of(refused.diagnostic())));
    }
    var answers = new ArrayList<Answer>();
    for (var form : said) {
      var answer = declares(form) ? declared(form) : evaluated(form);
      answers.add(answer);
      if (!(answer instanceof Answer.Declared || answer instanceof Answer.Value)) {
        break;
      }
    }
    return answers;
  }

  /// Whether a form declares: by itself, by what a `do` or a `let` holds, or by what its macro
  /// makes of it.
  private boolean declares(Ast form) {
    return declares(form, Expander.DEPTH_MAX);
  }

  /// @param steps how many macros may have been expanded
  private boolean declares(Ast form, int steps) {
    var items = form.children();
    var head = form.list() == null || items.isEmpty() ? null : items.getFirst().keyword();
    return switch (head) {
      case null -> false;
      case "wat::core::do", "wat::core::let" ->
          items.subList(1, items.size()).stream().anyMatch(item -> declares(item, steps));
      default -> Declaring.isDeclaration(head) || (steps > 0 && declaresOnce(form, steps));
    };
  }

  /// Whether what a macro makes of the form declares.
  private boolean declaresOnce(Ast form, int steps) {
    try {
      var expanded = BigStack.call("repl", () -> Macros.step(loaded.program(), form));
      return !expanded.equals(form) && declares(expanded, steps - 1);
    } catch (Raise raise) {
      // told when it is evaluated
      return false;
    }
  }

  private Answer declared(Ast form) {
    var all = new ArrayList<>(forms);
    var name = name(form);
    all.removeIf(before -> name != null && name.equals(name(before)));
    all.add(form);
    var program = Program.check(entry, all, sources, loaded.program());
    if (!program.isSound()) {
      return new Answer.Wrong(program.errors());
    }
    try {
      var next = loaded(program, loaded);
      var before = names();
      forms = List.copyOf(all);
      loaded = next;
      var names = new TreeSet<>(names());
      names.removeAll(before);
      if (names.isEmpty() && form.items().size() > 1 && form.items().get(1).keyword() != null) {
        names.add(form.items().get(1).path());
      }
      return new Answer.Declared(List.copyOf(names));
    } catch (Raise raise) {
      return new Answer.Raised(raise.diagnostic());
    }
  }

  /// What a later form of the same name takes the place of; null if that is nothing. A definition
  /// is known by its path, what is said of a type by what is said, and what a macro makes by its
  /// call.
  private static @Nullable String name(Ast form) {
    var items = form.children();
    var head = form.list() == null || items.size() < 2 ? null : items.getFirst().keyword();
    var path = head == null ? null : items.get(1).keyword();
    if (head == null || path == null) {
      return null;
    }
    var about = items.size() > 2 ? items.get(2).keyword() : null;
    return switch (head) {
      case "wat::core::extend-type", "wat::core::derive" -> head + " " + path + " " + about;
      default -> Declaring.isDeclaration(head) ? path : head + " " + path;
    };
  }

  private Answer evaluated(Ast form) {
    var all = new ArrayList<>(forms);
    var answer = answer();
    all.add(function(answer, form));
    var program = Program.check(entry, all, sources, loaded.program());
    if (!program.isSound()) {
      return new Answer.Wrong(program.errors());
    }
    var checked = Objects.requireNonNull(program.checked());
    var type = Objects.requireNonNull(checked.codes().get(answer)).body().type();
    var effects = checked.effects().getOrDefault(answer, Set.of());
    try {
      var next = loaded(program, loaded);
      var value = BigStack.call("repl", () -> Back.threads(next, world).call(answer));
      return new Answer.Value(text(value), type.toString(), EffectName.shown(effects));
    } catch (Raise raise) {
      return new Answer.Raised(raise.diagnostic());
    } catch (World.Ended ended) {
      return new Answer.Ended();
    }
  }

  private static String text(Object value) {
    return value instanceof Function ? Show.of(value) : EdnWriter.write(value);
  }

  /// The path of a function that the program does not have.
  private String answer() {
    var path = new StringBuilder(ANSWER);
    while (loaded.program().declarations().definition(path.toString()) != null) {
      path.append('-');
    }
    return path.toString();
  }

  /// `(defn :user::repl-answer [] -> :wat::core::Value form)`.
  private static Ast function(String name, Ast form) {
    var span = form.span();
    return new Ast(
        new Form.Sequence(
            List.of(
                new Ast(new Form.Key("wat::core::defn"), span),
                new Ast(new Form.Key(name), span),
                new Ast(new Form.Vector(List.of()), span),
                new Ast(new Form.Symbol("->", Scopes.NONE), span),
                new Ast(new Form.Key("wat::core::Value"), span),
                form)),
        span);
  }

  /// @param before whose values are kept where they are of the same definitions
  private static Loaded loaded(Program program, @Nullable Loaded before) {
    return BigStack.call("repl", () -> evaluatedOn(program, before));
  }

  private static Loaded evaluatedOn(Program program, @Nullable Loaded before) {
    var loaded = new Loaded(Objects.requireNonNull(program.checked()));
    if (before != null) {
      loaded.keep(before);
    }
    Back.threads(loaded, World.none()).evaluateConstants();
    return loaded;
  }
}
