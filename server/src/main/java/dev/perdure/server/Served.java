package dev.perdure.server;

import dev.perdure.engine.Extras;
import dev.perdure.index.IndexCode;
import dev.perdure.index.IndexReader;
import dev.perdure.node.IndexAnswer;
import dev.perdure.node.Node;
import dev.perdure.value.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A node whose API is answered, and how.
///
/// @param alone whether the only one who asks is also the only one who waits for the node's writer
/// @param extras who answers what a switched version asks in excess; null: nobody can
record Served(
    Node node, ServerLimits limits, Flights flights, boolean alone, @Nullable Extras extras)
    implements IndexSource {
  @Override
  public <T> IndexAnswer<T> ask(boolean fresh, Function<IndexReader, T> question) {
    var index = node.index().orElseThrow(Served::noIndex);
    return fresh ? index.askFresh(question) : index.ask(question);
  }

  private static RuntimeException noIndex() {
    return Problem.of(
            IndexCode.INDEX_MISSING,
            "this engine keeps no index that could be asked",
            "Serve without --no-index, or open the engine on a data directory with"
                + " NodeConfig.withIndex()")
        .exception();
  }
}
