package dev.perdure.wat.start;

import dev.perdure.wat.check.Checked;
import dev.perdure.wat.data.Aggregate;
import dev.perdure.wat.data.Variant;
import dev.perdure.wat.declare.Definition;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.run.BigStack;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.Raise;
import dev.perdure.wat.run.World;
import dev.perdure.wat.syntax.Ast;
import dev.perdure.wat.syntax.Form;
import dev.perdure.wat.thread.Back;
import dev.perdure.wat.type.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs the tests of a program: its functions without parameters whose result is a `TestResult`
/// (W17). Each is run by itself, with constants of its own.
public final class Tests {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Program program;
  private final World world;

  /// @param program one that is sound
  public Tests(Program program, World world) {
    this.program = program;
    this.world = world;
  }

  /// How a test ended.
  public enum Verdict {
    PASSED,
    FAILED,
    IGNORED
  }

  /// A test that was run.
  ///
  /// @param name its path
  /// @param message why it failed or was ignored; empty if it passed
  public record Result(String name, Verdict verdict, String message) {}

  /// Runs all of them, in the order of their declaration.
  public List<Result> run() {
    var checked = Objects.requireNonNull(program.checked());
    var results = new ArrayList<Result>();
    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
      for (var name : names(program)) {
        results.add(run(checked, name, timer));
      }
      timer.shutdownNow();
    }
    return results;
  }

  /// The paths of the tests that a program declares, in the order of their declaration; of one that
  /// is not sound, as far as it could be read.
  public static List<String> names(Program program) {
    var checked = program.checked();
    return checked == null
        ? List.of()
        : checked.declarations().definitions().stream()
            .filter(one -> one instanceof Definition.Function test && isTest(checked, test))
            .map(Definition::name)
            .toList();
  }

  private static boolean isTest(Checked checked, Definition.Function function) {
    return function.signature().bound().isEmpty()
        && Type.is(checked.types().expand(function.signature().result()), "wat::test::RunResult");
  }

  private Result run(Checked checked, String name, ScheduledExecutorService timer) {
    var options = checked.declarations().testOptions().getOrDefault(name, List.of());
    var ignored = option(options, "wat::test::ignore");
    if (ignored != null) {
      return new Result(name, Verdict.IGNORED, ignored);
    }
    var panic = option(options, "wat::test::should-panic");
    var failure = failure(checked, name, limit(options), timer);
    if (panic == null) {
      return new Result(
          name, failure == null ? Verdict.PASSED : Verdict.FAILED, failure == null ? "" : failure);
    }
    if (failure == null) {
      return new Result(name, Verdict.FAILED, "it should have failed with " + panic);
    }
    return failure.contains(panic)
        ? new Result(name, Verdict.PASSED, "")
        : new Result(name, Verdict.FAILED, "it failed with " + failure + ", not with " + panic);
  }

  private static @Nullable String option(List<Ast> options, String head) {
    for (var option : options) {
      var items = option.items();
      if (items.getFirst().isKeyword(head)
          && items.get(1).form() instanceof Form.Str(String text)) {
        return text;
      }
    }
    return null;
  }

  private static Duration limit(List<Ast> options) {
    var text = option(options, "wat::test::time-limit");
    if (text == null) {
      return LIMIT;
    }
    var number = Long.parseLong(text.replaceAll("[a-z]", ""));
    return text.endsWith("ms")
        ? Duration.ofMillis(number)
        : text.endsWith("s") ? Duration.ofSeconds(number) : Duration.ofMinutes(number);
  }

  /// Why a test failed; null if it passed.
  private @Nullable String failure(
      Checked checked, String name, Duration limit, ScheduledExecutorService timer) {
    var loaded = new Loaded(checked);
    var threads = Back.threads(loaded, world);
    var end = timer.schedule(threads::stop, limit.toMillis(), TimeUnit.MILLISECONDS);
    try {
      var result =
          (Aggregate)
              BigStack.call(
                  "test",
                  () -> {
                    threads.evaluateConstants();
                    return threads.call(name);
                  });
      return failure(result);
    } catch (Raise raise) {
      return raise.diagnostic().message();
    } catch (OutOfMemoryError e) {
      return "it took more memory than there is";
    } catch (Loaded.Stopped e) {
      return "it took longer than " + limit.toMillis() + " ms";
    } finally {
      end.cancel(false);
    }
  }

  private static @Nullable String failure(Aggregate result) {
    if (!(result.field("failure") instanceof Variant failure) || !failure.isSome()) {
      return null;
    }
    var record = (Aggregate) failure.field(0);
    var message = new StringBuilder(String.valueOf(record.field("message")));
    for (var part : List.of("actual", "expected")) {
      if (record.field(part) instanceof Variant text && text.isSome()) {
        message.append(", ").append(part).append(' ').append(text.field(0));
      }
    }
    return message.toString();
  }
}
