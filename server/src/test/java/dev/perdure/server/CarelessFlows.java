package dev.perdure.server;

import dev.perdure.api.Routed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Functions that are refused, for several reasons.
public final class CarelessFlows {
  @Routed
  public static String read() throws IOException {
    return Files.readString(Path.of("x"));
  }

  @Routed
  public static String open() throws IOException {
    return new java.net.Socket("localhost", 1).toString();
  }
}
