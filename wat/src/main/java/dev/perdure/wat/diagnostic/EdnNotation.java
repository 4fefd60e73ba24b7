package dev.perdure.wat.diagnostic;

import dev.perdure.value.Edn;
import dev.perdure.value.Str;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// EDN as wat writes it (W10).
final class EdnNotation implements Notation {
  @Override
  public String string(String value) {
    return Edn.print(new Str(value));
  }

  @Override
  public String number(long value) {
    return Long.toString(value);
  }

  @Override
  public String name(String name) {
    return ":" + name;
  }

  @Override
  public String nothing() {
    return "nil";
  }

  @Override
  public String option(@Nullable String value) {
    return value == null ? "#wat.core.Option/None []" : "#wat.core.Option/Some [" + value + "]";
  }

  @Override
  public String list(List<String> items) {
    return "[" + String.join(" ", items) + "]";
  }

  @Override
  public String map(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(e -> ":" + e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(" ", "{", "}"));
  }

  @Override
  public String tagged(String tag, Map<String, String> fields) {
    return "#" + tag + " " + map(fields);
  }

  @Override
  public String kind(String tag, Map<String, String> fields) {
    return tagged(tag, fields);
  }
}
