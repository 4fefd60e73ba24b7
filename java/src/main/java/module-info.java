/// Freezes Java classes into a universe: isolation, checks, call sites, codecs, driver.
module dev.perdure.java {
  requires static org.jspecify;
  requires transitive dev.perdure.api;
  requires transitive dev.perdure.engine;
  requires transitive dev.perdure.value;

  exports dev.perdure.java;
  exports dev.perdure.java.codec;
  exports dev.perdure.java.link;
  exports dev.perdure.java.run;
}
