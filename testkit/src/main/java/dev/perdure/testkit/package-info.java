/// The users' test kit: virtual time, crashes at every step and exported tasks as regression tests,
/// on the real engine.
@org.jspecify.annotations.NullMarked
package dev.perdure.testkit;
