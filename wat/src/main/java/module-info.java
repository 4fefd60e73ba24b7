/// The language wat: its programs are read, expanded, checked, frozen and run.
module dev.perdure.wat {
  requires static org.jspecify;
  requires transitive dev.perdure.engine;
  requires transitive dev.perdure.value;

  exports dev.perdure.wat.data;
  exports dev.perdure.wat.diagnostic;
  exports dev.perdure.wat.syntax;
  exports dev.perdure.wat.type;
}
