package dev.perdure.wat.check;

import dev.perdure.wat.core.Code;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The code of functions by name, some of it taken over from where it stood before: that is moved
/// when somebody asks, for who only wants to know whether a program is sound never does. Threads
/// may share it.
final class Codes extends AbstractMap<String, Code> {
  private final Map<String, Code> codes;
  private final Map<String, Kept.Function> taken;
  private boolean isMoved;

  /// @param codes of all functions, the taken ones where they stood before
  Codes(Map<String, Code> codes, Map<String, Kept.Function> taken) {
    this.codes = new LinkedHashMap<>(codes);
    this.taken = taken;
  }

  private synchronized Map<String, Code> moved() {
    if (!isMoved) {
      codes.replaceAll((name, code) -> {
        var function = taken.get(name);
        return function == null ? code : function.code();
      });
      isMoved = true;
    }
    return codes;
  }

  @Override
  public boolean containsKey(Object name) {
    return moved().containsKey(name);
  }

  @Override
  public @Nullable Code get(Object name) {
    return moved().get(name);
  }

  @Override
  public Set<Entry<String, Code>> entrySet() {
    return moved().entrySet();
  }
}
