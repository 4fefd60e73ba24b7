package dev.perdure.cli;

import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.DiagnosticText;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.library.Library;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.start.Conversation;
import dev.perdure.wat.start.Conversation.Answer.Declared;
import dev.perdure.wat.start.Conversation.Answer.Ended;
import dev.perdure.wat.start.Conversation.Answer.Raised;
import dev.perdure.wat.start.Conversation.Answer.Value;
import dev.perdure.wat.start.Conversation.Answer.Wrong;
import dev.perdure.wat.start.ProcessWorld;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    name = "repl",
    description = {
      "Evaluates forms of wat as they are typed, each answered with its type and its effects.",
      "A declaration takes the place of one of the same name; values that do not depend on it stay."
    },
    footer = {
      "",
      "Example:",
      "  perdure repl shop.wat",
    })
final class Repl extends Command {
  /// What reports call a text, behind which its number stands: `repl-1` is the first.
  private static final String SOURCE = "repl-";

  private static final String PROMPT = "wat> ";
  private static final String MORE = "...> ";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FILE",
      description = "A program to begin with.")
  @Nullable String file;

  @CommandLine.Mixin GrantOptions grants = new GrantOptions();

  /// The texts, in their order.
  private final List<String> said = new ArrayList<>();

  Repl(Terminal terminal) {
    super(terminal);
  }

  @Override
  Answer run() {
    try {
      return talk(conversation());
    } catch (Refused refused) {
      return failed(refused.diagnostic());
    } catch (Raise raise) {
      return failed(raise.diagnostic());
    }
  }

  private Answer failed(Diagnostic diagnostic) {
    terminal.err().print(Programs.people(diagnostic));
    return Answer.failed(null, List.of());
  }

  private Conversation conversation() {
    var granted = grants.granted(terminal);
    var entry = Programs.path(terminal, file == null ? "repl.wat" : file);
    var text = file == null ? "" : Programs.text(entry);
    var world =
        new ProcessWorld(
            terminal.out(),
            terminal.err(),
            List.of("perdure", entry.toString()),
            Clock.systemUTC(),
            Programs.random());
    return Conversation.begin(
        entry, text, path -> Programs.loaded(entry, path, granted.files()), granted.in(world));
  }

  private Answer talk(Conversation conversation) {
    boolean isRight = true;
    try (var input = terminal.input().open(words(conversation))) {
      for (var text = read(input); text != null; text = read(input)) {
        if (!text.isBlank()) {
          isRight &= answered(conversation, text);
        }
      }
    }
    return isRight ? Answer.written() : Answer.failed(null, List.of());
  }

  /// What can be completed: all names, and with the bracket of a call before them.
  private static List<String> words(Conversation conversation) {
    var words = new ArrayList<String>();
    var names = new ArrayList<>(conversation.names());
    names.addAll(Library.get().names());
    for (var name : names) {
      words.add(":" + name);
      words.add("(:" + name);
    }
    return words;
  }

  /// Lines until a form is whole; null at the end.
  private static @Nullable String read(Input input) {
    var text = new StringBuilder();
    for (var line = input.read(PROMPT); line != null; line = input.read(MORE)) {
      text.append(line).append('\n');
      if (Conversation.isComplete(text.toString())) {
        return text.toString();
      }
    }
    return text.isEmpty() ? null : text.toString();
  }

  /// Whether all of a text was right.
  private boolean answered(Conversation conversation, String text) {
    boolean isRight = true;
    said.add(text);
    for (var answer : conversation.say(SOURCE + said.size(), text)) {
      switch (answer) {
        case Declared(var names) ->
            terminal.out().println(":" + String.join(" :", names) + " declared");
        case Value(String value, String type, var effects) ->
            terminal.out().println(value + " : " + type + effects(effects));
        case Wrong(var errors) -> {
          errors.forEach(this::print);
          isRight = false;
        }
        case Raised(var diagnostic) -> {
          print(diagnostic);
          isRight = false;
        }
        case Ended _ -> isRight = false;
      }
    }
    terminal.out().flush();
    return isRight;
  }

  private static String effects(List<String> effects) {
    return effects.isEmpty() ? "" : " ! {" + String.join(" ", effects) + "}";
  }

  private void print(Diagnostic diagnostic) {
    terminal.err().print(DiagnosticText.people(diagnostic, this::source));
    terminal.err().flush();
  }

  private @Nullable String source(String name) {
    for (int i = 0; i < said.size(); i++) {
      if (name.equals(SOURCE + (i + 1))) {
        return said.get(i);
      }
    }
    return Programs.source(name);
  }
}
