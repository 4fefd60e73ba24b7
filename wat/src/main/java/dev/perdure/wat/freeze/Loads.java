package dev.perdure.wat.freeze;

import dev.perdure.value.Span;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.diagnostic.Kind;
import dev.perdure.wat.diagnostic.Refused;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Puts the forms of other files in the place of the forms that load them (W16).
final class Loads {
  private static final String DIGEST = "wat::verify::digest-sha256";
  private static final String SIGNED = "wat::verify::signed-ed25519";

  private final Sources sources;
  private final Readings readings;
  private final List<Diagnostic> errors;
  private final Set<Path> loaded = new HashSet<>();

  /// The files that are being loaded, the entry first.
  private final List<Path> open = new ArrayList<>();

  /// @param readings reads the texts
  Loads(Sources sources, Readings readings, List<Diagnostic> errors) {
    this.sources = sources;
    this.readings = readings;
    this.errors = errors;
  }

  /// The forms of an entry file with those of all that it loads.
  List<Ast> program(Path entry, List<Ast> forms) {
    open.add(entry);
    loaded.add(entry);
    return spliced(forms);
  }

  private List<Ast> spliced(List<Ast> forms) {
    var all = new ArrayList<Ast>();
    for (var form : forms) {
      try {
        if (isLoad(form)) {
          all.addAll(load(form));
        } else if (!Splicing.body(form).isEmpty()) {
          all.add(Splicing.with(form, spliced(Splicing.body(form))));
        } else {
          all.add(form);
        }
      } catch (Refused refused) {
        errors.add(refused.diagnostic());
      }
    }
    return all;
  }

  private static boolean isLoad(Ast form) {
    return form.list() != null && isLoad(Settings.head(form));
  }

  private static boolean isLoad(String head) {
    return switch (head) {
      case "wat::load-file!",
          "wat::load-string!",
          "wat::digest-load!",
          "wat::digest-load-string!",
          "wat::signed-load!",
          "wat::signed-load-string!" ->
          true;
      default -> false;
    };
  }

  /// What a load form says.
  private record Load(
      String text, @Nullable String digest, @Nullable String signature, String key) {}

  private List<Ast> load(Ast form) {
    var head = Settings.head(form);
    var load = read(form, head);
    boolean isText = head.endsWith("-string!");
    return isText
        ? forms(
            form, "string at " + form.span(), load.text().getBytes(StandardCharsets.UTF_8), load)
        : file(form, load);
  }

  private List<Ast> file(Ast form, Load load) {
    var path = beside(load.text());
    if (open.contains(path)) {
      var cycle = new ArrayList<>(open.subList(open.indexOf(path), open.size()));
      cycle.add(path);
      var shown = cycle.stream().map(Path::toString).toList();
      throw Diagnostic.of(
              Kind.LOAD_CYCLE_DETECTED,
              form.span(),
              "files load each other: " + String.join(" → ", shown),
              shown)
          .refused();
    }
    if (!loaded.add(path)) {
      throw Diagnostic.of(
              Kind.LOAD_DUPLICATE_LOAD, form.span(), path + " is loaded already", path.toString())
          .refused();
    }
    var bytes = bytes(path, form.span());
    open.add(path);
    try {
      return forms(form, path.toString(), bytes, load);
    } finally {
      open.removeLast();
    }
  }

  private Path beside(String text) {
    var folder = open.getLast().getParent();
    return (folder == null ? Path.of(text) : folder.resolve(text)).toAbsolutePath().normalize();
  }

  private byte[] bytes(Path path, Span span) {
    try {
      return sources.read(path);
    } catch (IOException e) {
      var cause = e.getMessage() == null ? e.toString() : e.getMessage();
      throw Diagnostic.of(Kind.LOAD_FETCH, span, path + " cannot be read: " + cause, cause)
          .refused();
    }
  }

  private List<Ast> forms(Ast form, String name, byte[] bytes, Load load) {
    if (load.digest() != null) {
      verified(form, name, Verification.digest(bytes, load.digest()));
    }
    List<Ast> forms;
    try {
      forms = readings.forms(name, Verification.text(bytes));
    } catch (Refused refused) {
      throw Diagnostic.of(
              Kind.LOAD_PARSE,
              form.span(),
              name + " cannot be read: " + refused.diagnostic().message(),
              name,
              refused.diagnostic())
          .refused();
    }
    if (load.signature() != null) {
      verified(form, name, Verification.signature(forms, load.signature(), load.key()));
    }
    forms.forEach(loadedForm -> noSetter(loadedForm, name));
    return spliced(forms);
  }

  private static void verified(Ast form, String name, @Nullable String fault) {
    if (fault != null) {
      throw Diagnostic.of(
              Kind.LOAD_VERIFICATION_FAILED, form.span(), name + ": " + fault, name, fault)
          .refused();
    }
  }

  private static void noSetter(Ast form, String name) {
    if (Settings.isSetter(form)) {
      var head = ":" + Settings.head(form);
      throw Diagnostic.of(
              Kind.LOAD_SETTER_IN_LOADED_FILE,
              form.span(),
              "only the entry file sets anything; " + name + " has " + head,
              name,
              head)
          .refused();
    }
  }

  private Load read(Ast form, String head) {
    var items = form.items();
    if (items.size() < 2 || !(items.get(1).form() instanceof Form.Str(String text))) {
      throw malformed(form, ":" + head + " takes a literal text");
    }
    if (head.startsWith("wat::load")) {
      size(form, items, 2);
      return new Load(text, null, null, "");
    }
    if (head.startsWith("wat::digest")) {
      size(form, items, 5);
      algorithm(items, DIGEST);
      return new Load(text, payload(items, 3), null, "");
    }
    size(form, items, 7);
    algorithm(items, SIGNED);
    return new Load(text, null, payload(items, 3), payload(items, 5));
  }

  private static void size(Ast form, List<Ast> items, int size) {
    if (items.size() != size) {
      throw malformed(
          form,
          "it takes %d items behind its head and got %d".formatted(size - 1, items.size() - 1));
    }
  }

  private static void algorithm(List<Ast> items, String name) {
    if (!items.get(2).isKeyword(name)) {
      throw malformed(items.get(2), "behind the path stands :" + name);
    }
  }

  /// `:wat::verify::string "text"`, or `:wat::verify::file-path "sidecar"`.
  private String payload(List<Ast> items, int at) {
    if (!(items.get(at + 1).form() instanceof Form.Str(String text))) {
      throw malformed(items.get(at + 1), "a payload is a literal text");
    }
    if (items.get(at).isKeyword("wat::verify::string")) {
      return text;
    }
    if (items.get(at).isKeyword("wat::verify::file-path")) {
      return Verification.text(bytes(beside(text), items.get(at + 1).span()));
    }
    throw malformed(
        items.get(at), "a payload begins with :wat::verify::string or :wat::verify::file-path");
  }

  private static Refused malformed(Ast form, String reason) {
    return Diagnostic.of(Kind.LOAD_MALFORMED_LOAD_FORM, form.span(), reason, reason).refused();
  }
}
