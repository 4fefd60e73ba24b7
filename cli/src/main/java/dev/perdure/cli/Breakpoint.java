package dev.perdure.cli;

import dev.perdure.engine.travel.Moment;
import dev.perdure.server.view.MomentView;

/// Where a walk through a task stops.
///
/// @param text the name of a function or of an effect (`shop.Catalog/user`, or its end
///   `Catalog/user` or `user`), a kind of moment such as `line`, or a line of code such as
///   `Shop.java:14`
record Breakpoint(String text) {

  /// Whether the walk stops there: of a function, where it is called.
  boolean hits(Moment moment) {
    return (moment.kind() != Moment.Kind.RETURN && isNamed(moment.name()))
        || MomentView.word(moment.kind()).equals(text)
        || moment.step().at().position().equals(text);
  }

  private boolean isNamed(String name) {
    return name.equals(text)
        || (name.endsWith(text)
            && "./ ".indexOf(name.charAt(name.length() - text.length() - 1)) >= 0);
  }
}
