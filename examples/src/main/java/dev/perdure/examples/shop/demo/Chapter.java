package dev.perdure.examples.shop.demo;

import java.io.IOException;

/// A part of the demo: does something, and tells what the log and the servers say of it.
interface Chapter {
  /// One line.
  String title();

  void play(Stage stage) throws IOException;
}
