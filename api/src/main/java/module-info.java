/// All that a Java author imports: annotations, effect interfaces, handles.
module dev.perdure.api {
  requires static org.jspecify;
  requires transitive dev.perdure.value;

  exports dev.perdure.api;
}
