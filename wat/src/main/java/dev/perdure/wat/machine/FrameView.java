package dev.perdure.wat.machine;

import dev.perdure.value.Span;
import dev.perdure.wat.data.EdnWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A frame as people look at it.
///
/// @param function its path; of a closure, that of the function around it with `/fn` and a number
/// @param place where it waits
/// @param locals the values of the locals that are read behind that, as EDN, in the order of their
///   declaration
public record FrameView(String function, Span place, Map<String, String> locals) {
  public FrameView {
    locals = Collections.unmodifiableMap(new LinkedHashMap<>(locals));
  }

  static FrameView of(Frame frame) {
    var code = frame.lowered.code();
    var site = frame.site();
    var locals = new LinkedHashMap<String, String>();
    for (int slot : site.live()) {
      boolean isNamed = slot < code.names().size() && !code.names().get(slot).isEmpty();
      if (isNamed && frame.slots[slot] != null) {
        locals.put(code.names().get(slot), EdnWriter.write(frame.slots[slot]));
      }
    }
    return new FrameView(code.name(), site.span(), locals);
  }

  /// `#wat.machine/Frame {:function :a::f :place "a.wat:3:5" :locals {n 1}}`.
  public String edn() {
    var text = new StringBuilder("#wat.machine/Frame {:function :");
    text.append(function).append(" :place ").append(EdnWriter.write(place.toString()));
    text.append(" :locals {");
    var before = "";
    for (var local : locals.entrySet()) {
      text.append(before).append(local.getKey()).append(' ').append(local.getValue());
      before = " ";
    }
    return text.append("}}").toString();
  }
}
