/// The users' test kit: virtual time, crashes at every step and exported tasks as regression tests,
/// on the real engine.
module dev.perdure.testkit {
  requires static org.jspecify;
  requires transitive dev.perdure.node;
  requires transitive org.junit.jupiter.api;

  exports dev.perdure.testkit;
}
