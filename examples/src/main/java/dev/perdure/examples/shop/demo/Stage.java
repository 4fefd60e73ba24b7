package dev.perdure.examples.shop.demo;

/// What the chapters play on.
///
/// @param scenario what is played
/// @param data where it is kept
/// @param servers the world outside
/// @param shop the node
/// @param clients who asks it
/// @param story what is told
record Stage(
    Scenario scenario,
    DataDirectory data,
    Servers servers,
    Shopfront shop,
    Clients clients,
    Story story) {

  /// Has an operation done that must succeed.
  void operate(String line) {
    var answer = shop.operate(line);
    story.check(answer.equals("done"), "%s%s", line, answer.equals("done") ? "" : ": " + answer);
  }
}
