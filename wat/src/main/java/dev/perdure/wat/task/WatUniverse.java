package dev.perdure.wat.task;

import dev.perdure.engine.Continuation;
import dev.perdure.engine.FunctionName;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.engine.Seam;
import dev.perdure.engine.Universe;
import dev.perdure.engine.UniverseInfo;
import dev.perdure.engine.Version;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Str;
import dev.perdure.value.Vec;
import dev.perdure.wat.check.Checked;
import dev.perdure.wat.diagnostic.Diagnostic;
import dev.perdure.wat.freeze.Program;
import dev.perdure.wat.machine.MachineCode;
import dev.perdure.wat.run.BigStack;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A wat program as a universe of functions that tasks call. Safe for use by many threads.
///
/// Functions that are not generic and whose types are portable are registered, under their paths or
/// their `:route` names (W14.1). As long as no other version serves one of them, calls inside the
/// program go straight to it; else the program is loaded once more with calls that ask.
public final class WatUniverse implements Universe {
  /// How many sets of routed functions are loaded at once.
  private static final int ROUTED_MAX = 16;

  private final Program program;
  private final @Nullable Runnable poll;
  private final Version version;
  private final WatCode own;
  private final Map<Set<FunctionName>, WatCode> routed = new ConcurrentHashMap<>();

  private WatUniverse(Program program, @Nullable Runnable poll, Version version, WatCode own) {
    this.program = program;
    this.poll = poll;
    this.version = version;
    this.own = own;
  }

  /// Loads a program that is sound.
  ///
  /// @param poll is called at each call and each loop of its code, on the thread that runs it; what
  ///   it throws ends that. Null: nobody counts
  /// @throws dev.perdure.wat.run.Raise if a constant raises
  public static WatUniverse of(Program program, Version version, @Nullable Runnable poll) {
    return new WatUniverse(program, poll, version, WatCode.of(program, poll));
  }

  /// The same under another version.
  public WatUniverse as(Version other) {
    return new WatUniverse(program, poll, other, own);
  }

  /// Under which it is deployed.
  public Version version() {
    return version;
  }

  @Override
  public UniverseInfo info() {
    return own.info();
  }

  /// What was loaded.
  public Checked program() {
    return own.program();
  }

  /// The path of a function that is registered under a name; null if there is none.
  public @Nullable String path(FunctionName name) {
    return own.path(name);
  }

  /// The name under which a function is registered; null if it is not.
  @Nullable FunctionName registered(String path) {
    return own.registered(path);
  }

  /// What a function may do, as the effects of the language (W4).
  public Set<String> effects(FunctionName name) {
    return own.effects(name);
  }

  /// What would be wrong if another version served a function that does more than the one here;
  /// null if nothing.
  ///
  /// @param effects what that one does
  public @Nullable Diagnostic routed(FunctionName function, Set<String> effects) {
    return own.path(function) == null || effects(function).containsAll(effects)
        ? null
        : BigStack.call("wat-check", () -> own.with(function, effects));
  }

  /// The functions that other versions serve, in the order of their declaration.
  public List<Extern> externs() {
    return own.externs();
  }

  /// Checks that arguments are what a function takes; does nothing if there is no such function.
  ///
  /// @throws dev.perdure.wat.data.EdnFault if they are not
  public void check(FunctionName name, Payload arguments) {
    own.check(name, arguments);
  }

  @Override
  public Outcome call(FunctionName name, Payload arguments, Seam seam) {
    return code(elsewhere(seam)).call(this, name, arguments, seam);
  }

  private Set<FunctionName> elsewhere(Seam seam) {
    return seam.elsewhere(version, own.info().functions().keySet());
  }

  private WatCode code(Set<FunctionName> elsewhere) {
    if (elsewhere.isEmpty()) {
      return own;
    }
    if (routed.size() >= ROUTED_MAX) {
      routed.clear();
    }
    return routed.computeIfAbsent(
        Set.copyOf(elsewhere),
        names -> BigStack.call("wat-route", () -> own.routing(program, names, poll)));
  }

  /// A checkpoint names the functions whose calls asked who serves them: they have to ask still,
  /// and all that have to by now.
  @Override
  public @Nullable Continuation continuation(FunctionName name, Payload checkpoint, Seam seam) {
    var held = (Vec) checkpoint.value();
    var asked = new TreeSet<FunctionName>();
    for (var path : (Vec) held.get(0)) {
      var function = own.registered(((Str) path).value());
      if (function == null) {
        return null;
      }
      asked.add(function);
    }
    if (!asked.containsAll(elsewhere(seam))) {
      return null;
    }
    try {
      return code(asked).continuation(this, name, held.get(1), seam);
    } catch (PerdureException e) {
      if (e.code() == MachineCode.CHECKPOINT_UNREADABLE) {
        return null;
      }
      throw e;
    }
  }
}
