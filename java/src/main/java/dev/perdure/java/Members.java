package dev.perdure.java;

import dev.perdure.java.Verdict.Target;
import dev.perdure.java.Verdict.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The table of JDK members: what each means for determinism. The data is `jdk-members.txt`.
///
/// The most specific row wins: a member of the class, the whole class when it is refused, a member
/// of the nearest supertype that declares it, the whole class, the package. What no row names is
/// unlisted, and so refused.
final class Members {
  static final Members TABLE = read("jdk-members.txt");

  private static final String LINK = "dev/perdure/java/link/";

  private final List<Row> rows = new ArrayList<>();
  private final Map<String, String> remaps = new HashMap<>();
  private final Map<String, Topic> topics = new HashMap<>();
  // Keys are owners; the key of inner maps is Row.member.
  private final Map<String, Map<String, Verdict>> verdicts = new HashMap<>();

  private static Members read(String resource) {
    try (var in = Members.class.getResourceAsStream(resource)) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Members(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Members(String text) {
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      if (line.startsWith("topic ")) {
        addTopic(line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        addRow(Row.parse(number, line));
      }
    }
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /// What the table says of a member that code refers to by a class of the platform.
  Verdict of(Member member) {
    var own = row(member.owner(), member);
    if (own != null) {
      return own;
    }
    var whole = whole(member.owner());
    if (whole instanceof Verdict.Refused || member.isConstructor()) {
      return whole;
    }
    var inherited = inherited(member);
    if (inherited != null) {
      return inherited;
    }
    return whole instanceof Verdict.Rewritten ? new Verdict.Allowed() : whole;
  }

  /// What the table says of a class, where no member of it is concerned.
  Verdict whole(String owner) {
    for (var name = owner; ; name = name.substring(0, name.lastIndexOf('$'))) {
      var found = verdict(name, Row.WHOLE);
      if (found != null) {
        return found;
      }
      if (name.indexOf('$') < 0) {
        break;
      }
    }
    var found = verdict(Names.packageOf(owner), Row.WHOLE);
    return found == null ? new Verdict.Unlisted() : found;
  }

  /// Classes that another one stands for wherever they are named: internal names.
  Map<String, String> remaps() {
    return remaps;
  }

  /// The class to make instances of instead of another one, or null.
  @Nullable String swap(String owner) {
    return verdict(owner, Row.WHOLE) instanceof Verdict.Rewritten(Target.Swap(var to), _)
        ? to
        : null;
  }

  // From the nearest supertype: as soon as one declares the member, those above are overridden.
  private @Nullable Verdict inherited(Member member) {
    for (var type : supertypes(member.owner())) {
      var found = row(type.name(), member);
      if (found != null) {
        return found;
      }
      if (type.members().contains(member.signature())) {
        return null;
      }
    }
    return null;
  }

  private static List<PlatformClass> supertypes(String owner) {
    var all = new ArrayList<PlatformClass>();
    var name = owner;
    while (name != null) {
      var type = Classes.platform(name);
      if (type != null) {
        all.add(type);
      }
      name = type == null ? null : type.superName();
    }
    for (var i = 0; i < all.size(); i++) {
      for (var parent : all.get(i).interfaces()) {
        var type = Classes.platform(parent);
        if (type != null && !all.contains(type)) {
          all.add(type);
        }
      }
    }
    return all;
  }

  private @Nullable Verdict row(String owner, Member member) {
    var descriptor = member.descriptor();
    var parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
    var exact = verdict(owner, member.name() + parameters);
    return exact == null ? verdict(owner, member.name()) : exact;
  }

  private @Nullable Verdict verdict(String owner, String member) {
    return verdicts.getOrDefault(owner, Map.of()).get(member);
  }

  // "topic name | what | remedy"
  private void addTopic(String line) {
    var parts = line.substring("topic ".length()).split("\\|");
    var topic = new Topic(parts[0].strip(), parts[1].strip(), parts[2].strip());
    topics.put(topic.name(), topic);
  }

  private void addRow(Row row) {
    rows.add(row);
    var known =
        verdicts.computeIfAbsent(row.owner(), _ -> new HashMap<>()).put(row.member(), verdict(row));
    if (known != null) {
      throw new IllegalStateException("Line " + row.line() + " says again: " + row.owner());
    }
  }

  private Verdict verdict(Row row) {
    return switch (row.verdict()) {
      case "allow" -> new Verdict.Allowed();
      case "refuse" -> new Verdict.Refused(topic(row));
      case "rewrite" -> new Verdict.Rewritten(call(row.argument()), false);
      case "ask" -> new Verdict.Rewritten(call(row.argument()), true);
      case "spread" -> new Verdict.Rewritten(spread(row.argument()), false);
      case "append" -> new Verdict.Rewritten(append(row.argument()), false);
      case "ask-append" -> new Verdict.Rewritten(append(row.argument()), true);
      case "remap" -> {
        remaps.put(row.owner(), Names.internal(row.argument()));
        yield new Verdict.Allowed();
      }
      case "swap" -> new Verdict.Rewritten(new Target.Swap(Names.internal(row.argument())), false);
      default -> throw new IllegalStateException("Line " + row.line() + ": " + row.verdict());
    };
  }

  private Topic topic(Row row) {
    return Objects.requireNonNull(
        topics.get(row.argument()), () -> "Line " + row.line() + ": no topic " + row.argument());
  }

  private static Target.Call call(String target) {
    return new Target.Call(owner(target), name(target));
  }

  private static Target.Spread spread(String target) {
    var open = target.indexOf('(');
    var method = target.substring(0, open);
    return new Target.Spread(owner(method), name(method), target.substring(open));
  }

  private static Target.Append append(String target) {
    var open = target.indexOf('(');
    var method = target.substring(0, open);
    return new Target.Append(owner(method), name(method), target.substring(open));
  }

  // "Deterministic.seed" is in the link package; "java.lang.StrictMath.sin" says where it is.
  private static String owner(String target) {
    var owner = target.substring(0, target.lastIndexOf('.'));
    return owner.contains(".") ? Names.internal(owner) : LINK + owner;
  }

  private static String name(String target) {
    return target.substring(target.lastIndexOf('.') + 1);
  }
}
