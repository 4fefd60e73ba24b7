/// The pure core: events, state, tasks, effects, routes, replay.
module dev.perdure.engine {
  requires static org.jspecify;
  requires transitive dev.perdure.value;

  exports dev.perdure.engine;
  exports dev.perdure.engine.travel;
}
