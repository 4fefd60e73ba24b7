/// The shell: joins engine, log, clock, threads, universes and children; the embedded API.
module dev.perdure.node {
  requires static org.jspecify;
  requires java.management;
  requires jdk.management;
  requires transitive java.net.http;
  requires transitive java.sql;
  requires transitive dev.perdure.api;
  requires transitive dev.perdure.engine;
  requires transitive dev.perdure.index;
  requires transitive dev.perdure.java;
  requires transitive dev.perdure.log;
  requires transitive dev.perdure.value;
  requires dev.perdure.wat;

  exports dev.perdure.node;
}
