package dev.perdure.node;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Files in a folder of the data directory, which its owner alone can read. A file is written
/// beside its place, forced, and moved there.
record FolderBlobs(Path folder) implements UniverseStore.Blobs {
  @Override
  public byte[] read(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name));
  }

  @Override
  public String place(String name) {
    return folder.resolve(name).toString();
  }

  @Override
  public void write(String name, byte[] content) throws IOException {
    OwnerOnly.folder(folder);
    var temporary = folder.resolve(name + ".new");
    try (var file = OwnerOnly.file(temporary)) {
      var bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
    Files.move(temporary, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }
}
