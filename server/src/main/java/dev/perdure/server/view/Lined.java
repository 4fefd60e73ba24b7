package dev.perdure.server.view;

import dev.perdure.engine.Step;
import dev.perdure.engine.travel.Frame;
import dev.perdure.engine.travel.Moment;
import java.util.ArrayList;
import java.util.List;

/// A call of a stack, and the line that its code is at.
///
/// @param position such as `Shop.java:14`; empty if not known
public record Lined(Frame frame, String position) {

  /// The calls of a moment, the newest first.
  static List<Lined> of(Moment moment, Frame top) {
    var lined = new ArrayList<Lined>();
    var position = moment.step() instanceof Step.Called ? "" : moment.step().at().position();
    for (var frame : top.down(MomentView.FRAMES_MAX)) {
      lined.add(new Lined(frame, position));
      position = frame.call().at().position();
    }
    return lined;
  }

  /// The calls of a moment, the newest first; none outside any call.
  public static List<Lined> of(Moment moment) {
    var top = moment.frame();
    return top == null ? List.of() : of(moment, top);
  }
}
