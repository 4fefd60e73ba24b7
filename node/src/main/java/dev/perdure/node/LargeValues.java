package dev.perdure.node;

import dev.perdure.engine.Effect;
import dev.perdure.engine.Event;
import dev.perdure.engine.Input;
import dev.perdure.engine.LargePayload;
import dev.perdure.engine.Outcome;
import dev.perdure.engine.Payload;
import dev.perdure.log.ValueStore;
import dev.perdure.value.PerdureException;
import java.util.function.Consumer;

/// Writes the large values that an input brings beside the log, on the thread that it comes from:
/// the writer, and with it everybody else, need not wait for them. What is not found here, or
/// cannot be written now, is left to the writer.
///
/// @param store of the log
record LargeValues(ValueStore store) implements Consumer<Input> {
  @Override
  public void accept(Input input) {
    switch (input) {
      case Input.Start start -> keep(start.arguments());
      case Input.Send send -> keep(send.value());
      case Input.FromTask fact -> keep(fact.event());
      case Input.Checkpoint checkpoint -> keep(checkpoint.continuation());
      case Input.Import task -> task.history().forEach(this::keep);
      case Input _ -> {}
    }
  }

  private void keep(Event.OfTask event) {
    switch (event) {
      case Event.Started e -> keep(e.arguments());
      case Event.Debounced e -> keep(e.arguments());
      case Event.Asked e -> keep(e.effect());
      case Event.Recorded e -> {
        keep(e.effect());
        keep(e.outcome());
      }
      case Event.Answered e -> keep(e.outcome());
      case Event.Sent e -> keep(e.value());
      case Event.Finished e -> keep(e.outcome());
      case Event.OfTask _ -> {}
    }
  }

  private void keep(Effect effect) {
    switch (effect) {
      case Effect.Perform e -> keep(e.arguments());
      case Effect.StartTask e -> keep(e.arguments());
      case Effect _ -> {}
    }
  }

  private void keep(Outcome outcome) {
    if (outcome instanceof Outcome.Returned r) {
      keep(r.value());
    }
  }

  private void keep(Payload payload) {
    if (payload instanceof LargePayload large) {
      try {
        store.keep(large);
      } catch (PerdureException e) {
        // The writer meets the same, and stops if it does.
      }
    }
  }
}
