package dev.perdure.node;

import dev.perdure.engine.Universes;
import java.util.function.Consumer;

/// Where histories are run again with other versions than those that ran: such code may not come to
/// an end, so it is not run among the tasks.
@FunctionalInterface
interface Rehearsals {

  /// Runs a rehearsal on a thread of its own, some time. It does not throw.
  ///
  /// @param rehearsal is given the universes to run on
  void run(Consumer<Universes> rehearsal);
}
