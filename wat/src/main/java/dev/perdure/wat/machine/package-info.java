/// Runs effectful code on frames that are values: whoever waits can be paused, looked at, written
/// down and resumed, in this process or another one.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.machine;
