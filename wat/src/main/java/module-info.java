/// The language wat: its programs are read, expanded, checked, frozen and run.
module dev.perdure.wat {
  requires static org.jspecify;
  requires transitive dev.perdure.engine;
  requires transitive dev.perdure.value;
  requires re2j;

  exports dev.perdure.wat.border;
  exports dev.perdure.wat.check;
  exports dev.perdure.wat.core;
  exports dev.perdure.wat.data;
  exports dev.perdure.wat.declare;
  exports dev.perdure.wat.diagnostic;
  exports dev.perdure.wat.expand;
  exports dev.perdure.wat.freeze;
  exports dev.perdure.wat.library;
  exports dev.perdure.wat.lower;
  exports dev.perdure.wat.machine;
  exports dev.perdure.wat.run;
  exports dev.perdure.wat.start;
  exports dev.perdure.wat.syntax;
  exports dev.perdure.wat.task;
  exports dev.perdure.wat.thread;
  exports dev.perdure.wat.type;
}
