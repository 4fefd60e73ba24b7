package dev.perdure.node;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Contents in memory: for a node that keeps nothing, and for tests.
final class MemoryBlobs implements UniverseStore.Blobs {
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  @Override
  public byte[] read(String name) throws IOException {
    var content = contents.get(name);
    if (content == null) {
      throw new IOException("there is no " + name);
    }
    return content.clone();
  }

  @Override
  public void write(String name, byte[] content) {
    contents.put(name, content.clone());
  }

  @Override
  public String place(String name) {
    return "memory, " + name;
  }
}
