package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.node.NodeConfig;
import dev.perdure.node.Perdure;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The socket file beside the lock of a data directory.
@Timeout(60)
class SocketTest {
  @TempDir Path dir;

  private static String ask(Path socket, String verb, String path) throws IOException {
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      var request = verb + " " + path + " HTTP/1.1\r\nHost: any\r\nConnection: close\r\n\r\n";
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      var answer = Channels.newInputStream(channel).readAllBytes();
      return new String(answer, StandardCharsets.UTF_8);
    }
  }

  @Test
  void whoMayOpenTheSocketFileMayDoEverythingWithoutAToken() throws IOException {
    try (var site = new Site(dir)) {
      TokenFile.in(dir).create("ci", Role.READ, Instant.EPOCH);
      assertThat(site.get("/v1/routes").status()).isEqualTo(401);
      var socket = SocketFile.find(dir).orElseThrow();
      assertThat(socket).isEqualTo(dir.resolve("perdure.sock"));
      assertThat(ask(socket, "GET", "/v1/routes")).startsWith("HTTP/1.1 200").contains("revision");
      assertThat(ask(socket, "DELETE", "/v1/universes/v9"))
          .startsWith("HTTP/1.1 404")
          .contains("UNKNOWN_VERSION");
    }
  }

  @Test
  void aProgramWithoutAPortIsTalkedToThroughTheSocketFileAlone() throws IOException {
    try (var perdure = Perdure.open(dir);
        var server = Server.start(perdure.node(), ServerConfig.onSocket())) {
      assertThat(server.port()).isEqualTo(-1);
      assertThatThrownBy(server::url).hasMessageContaining("no port");
      var socket = SocketFile.find(dir).orElseThrow();
      assertThat(ask(socket, "GET", "/v1/routes")).startsWith("HTTP/1.1 200").contains("revision");
      server.close();
      assertThat(SocketFile.find(dir)).isEmpty();
    }
    try (var memory = Perdure.inMemory()) {
      assertThatThrownBy(() -> Server.start(memory.node(), ServerConfig.onSocket()))
          .hasMessageContaining("SOCKET_UNUSABLE");
    }
    assertThatThrownBy(() -> ServerConfig.onSocket().withoutSocket())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ServerConfig.onLoopback(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyItsUserCanOpenIt() throws IOException {
    try (var _ = new Site(dir)) {
      var socket = SocketFile.find(dir).orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aServerThatIsClosedLeavesNoFile() throws IOException {
    try (var perdure = Perdure.open(NodeConfig.in(dir))) {
      Server.start(perdure.node(), ServerConfig.onLoopback(0)).close();
      assertThat(SocketFile.find(dir)).isEmpty();
      try (var files = Files.list(dir)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .noneMatch(name -> name.contains("sock") || name.startsWith("."));
      }
    }
  }

  @Test
  void theFileOfAnOwnerThatWasKilledIsReplaced() throws IOException {
    Files.createDirectories(dir.resolve(".s"));
    for (var left : new String[] {"perdure.sock", ".s/s"}) {
      try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
        killed.bind(UnixDomainSocketAddress.of(dir.resolve(left)));
      }
    }
    try (var _ = new Site(dir)) {
      assertThat(ask(SocketFile.find(dir).orElseThrow(), "GET", "/v1/routes"))
          .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void aDirectoryWithALongPathSaysWhereItsSocketIs() throws IOException {
    var deep = dir.resolve("d".repeat(90)).resolve("é".repeat(40));
    Path first;
    try (var _ = new Site(deep)) {
      first = SocketFile.find(deep).orElseThrow();
      assertThat(deep.resolve("perdure.sock.path")).content().isEqualTo(first.toString());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.getParent())))
          .isEqualTo("rwx------");
      assertThat(ask(first, "GET", "/v1/routes")).startsWith("HTTP/1.1 200");
    }
    assertThat(first.getParent()).doesNotExist();
    assertThat(SocketFile.find(deep)).isEmpty();
  }

  @Test
  void theFarSocketOfAnOwnerThatWasKilledIsRemoved() throws IOException {
    var deep = Files.createDirectories(dir.resolve("d".repeat(120)));
    var folder = Files.createTempDirectory("perdure-");
    var left = folder.resolve("perdure.sock");
    try (var killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(left));
    }
    Files.writeString(deep.resolve("perdure.sock.path"), left.toString());
    try (var _ = new Site(deep)) {
      assertThat(folder).doesNotExist();
      assertThat(SocketFile.find(deep).orElseThrow()).isNotEqualTo(left);
    }
  }

  @Test
  void aServerThatIsToldSoMakesNone() {
    try (var _ = new Site(dir, ServerConfig.onLoopback(0).withoutSocket())) {
      assertThat(SocketFile.find(dir)).isEmpty();
    }
    try (var perdure = Perdure.inMemory();
        var server = Server.start(perdure.node(), ServerConfig.onLoopback(0))) {
      assertThat(server.port()).isPositive();
    }
  }
}
