package dev.perdure.examples.shop.demo;

import java.nio.file.Path;

/// How the demo is played.
///
/// @param seed chooses the customers and their requests
/// @param data the data directory, made anew
/// @param requests how long the stream is
/// @param clients how many ask at once; more than 100, for as many are to be in flight
record Options(long seed, Path data, int requests, int clients) {
  private static final int CLIENTS_MIN = 110;

  /// What it does when nobody says otherwise.
  static final Options DEFAULT = new Options(7, Path.of("perdure-demo-data"), 10_000, 128);

  Options {
    if (clients < CLIENTS_MIN) {
      throw new IllegalArgumentException("the demo needs " + CLIENTS_MIN + " clients or more");
    }
    if (requests < clients) {
      throw new IllegalArgumentException("the stream needs a request for each client");
    }
  }

  /// Reads `--seed N`, `--data DIR`, `--requests N` and `--clients N`.
  static Options parse(String... arguments) {
    var options = DEFAULT;
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " wants a value");
      }
      try {
        options = options.with(arguments[i], arguments[i + 1]);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            arguments[i] + " wants a number, not " + arguments[i + 1], e);
      }
    }
    return options;
  }

  private Options with(String name, String value) {
    return switch (name) {
      case "--seed" -> new Options(Long.parseLong(value), data, requests, clients);
      case "--data" -> new Options(seed, Path.of(value), requests, clients);
      case "--requests" -> new Options(seed, data, Integer.parseInt(value), clients);
      case "--clients" -> new Options(seed, data, requests, Integer.parseInt(value));
      default ->
          throw new IllegalArgumentException(
              "no option " + name + "; there are --seed, --data, --requests and --clients");
    };
  }
}
