package dev.perdure.wat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.freeze.Universe;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.syntax.Printer;
import dev.perdure.wat.syntax.Reader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What hashes of programs made by chance do when the programs change (W9.1).
/// `-Dperdure.wat.hashed=10000` looks at that many.
class HashedProgramsTest {
  private static final Pattern FUNCTION = Pattern.compile(":t::(f[0-9]+|main|weight|turned|made)");
  private static final int PROGRAMS = Integer.getInteger("perdure.wat.hashed", 40);

  private static LongStream seeds() {
    return LongStream.range(0, PROGRAMS);
  }

  private static String program(long seed) {
    return new ProgramGenerator(seed).program();
  }

  private static Universe universe(String text) {
    var program =
        Program.check(
            Path.of("/generated.wat"),
            text,
            path -> {
              throw new IOException("nothing is loaded");
            });
    assertThat(program.errors()).as(text).isEmpty();
    return Universe.of(program);
  }

  @Test
  void namesOfLocalsAreInNoHash() {
    seeds()
        .forEach(seed -> {
          var text = program(seed);
          var renamed =
              text.replaceAll("(?<=[\\[( ])([pvmc][0-9]+|count|q)(?=[\\]) ])", "local-$1-x");
          assertThat(renamed).isNotEqualTo(text);
          assertThat(universe(renamed)).as(text).isEqualTo(universe(text));
        });
  }

  @Test
  void commentsAndLayoutAreInNoHash() {
    seeds()
        .forEach(seed -> {
          var text = program(seed);
          var spread = "; a program\n" + text.replace(" ", "\n; (\n   ");
          assertThat(universe(spread)).as(text).isEqualTo(universe(text));
        });
  }

  @Test
  void theOrderOfDefinitionsIsInNoHash() {
    seeds()
        .forEach(seed -> {
          var text = program(seed);
          var forms = new ArrayList<>(Reader.program("generated", text));
          Collections.shuffle(forms, new Random(seed));
          assertThat(universe(printed(forms))).as(text).isEqualTo(universe(text));
        });
  }

  @Test
  void aFunctionsOwnNameIsInNoDefinitionsHash() {
    seeds()
        .forEach(seed -> {
          var text = program(seed);
          var before = universe(text);
          var after = universe(FUNCTION.matcher(text).replaceAll(":t::renamed-$1"));
          before
              .definitions()
              .forEach((name, hash) ->
                  assertThat(after.definitions())
                      .as(text)
                      .containsEntry(name.replace("::", "::renamed-"), hash));
          assertThat(after.types()).isEqualTo(before.types());
          assertThat(after.hash()).isNotEqualTo(before.hash());
        });
  }

  @Test
  void aLiteralChangesTheHashesOfThoseThatReachIt() {
    int changes = 0;
    for (long seed = 0; seed < PROGRAMS; seed++) {
      var text = program(seed);
      var forms = Reader.program("generated", text);
      var before = universe(text).definitions();
      var users = users(forms);
      for (int i = 0; i < forms.size(); i++) {
        var name = forms.get(i).items().get(1).path();
        var changed = new ArrayList<>(forms);
        changed.set(i, withOtherLiteral(forms.get(i)));
        if (before.containsKey(name) && !changed.get(i).equals(forms.get(i))) {
          var after = universe(printed(changed)).definitions();
          var differ = new TreeSet<>(before.keySet());
          differ.removeIf(each -> before.get(each).equals(after.get(each)));
          assertThat(differ).as("%s in %s", name, text).isEqualTo(users.get(name));
          changes++;
        }
      }
    }
    assertThat(changes).isGreaterThan(PROGRAMS);
  }

  private static String printed(List<Ast> forms) {
    return forms.stream().map(Printer::print).collect(Collectors.joining("\n"));
  }

  /// Who reaches each function, itself included.
  private static Map<String, Set<String>> users(List<Ast> forms) {
    var users = new HashMap<String, Set<String>>();
    // callees stand before their callers, so those behind are known
    for (var form : forms.reversed()) {
      var name = form.items().get(1).path();
      users.computeIfAbsent(name, _ -> new TreeSet<>()).add(name);
      var callees = new HashSet<String>();
      Matcher called = FUNCTION.matcher(Printer.print(form));
      while (called.find()) {
        callees.add("t::" + called.group(1));
      }
      callees.remove(name);
      callees.forEach(
          callee -> users.computeIfAbsent(callee, _ -> new TreeSet<>()).addAll(users.get(name)));
    }
    return users;
  }

  /// The first number in the body is one more; the same form if there is none.
  private static Ast withOtherLiteral(Ast form) {
    return withOtherLiteral(form, new boolean[1]);
  }

  private static Ast withOtherLiteral(Ast ast, boolean[] done) {
    return switch (ast.form()) {
      case Form.Int(long value) when !done[0] && value < Long.MAX_VALUE -> {
        done[0] = true;
        yield new Ast(new Form.Int(value + 1), ast.span());
      }
      case Form.Sequence(List<Ast> items) ->
          new Ast(
              new Form.Sequence(items.stream().map(item -> withOtherLiteral(item, done)).toList()),
              ast.span());
      case Form.Vector(List<Ast> items) ->
          new Ast(
              new Form.Vector(items.stream().map(item -> withOtherLiteral(item, done)).toList()),
              ast.span());
      default -> ast;
    };
  }
}
