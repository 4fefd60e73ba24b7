package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.server.json.JsonTree;
import dev.perdure.server.view.UniverseView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniversesTest {
  @TempDir Path directory;
  private Site site;

  @BeforeEach
  void start() {
    site = new Site(directory);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private Site.Got deploy(String path, byte[] jar) {
    return site.post(path, Body.JAR, BodyPublishers.ofByteArray(jar));
  }

  private static byte[] jar(Class<?>... classes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      for (var type : classes) {
        var name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(jar);
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void aJarIsDeployedUsedAndLetGo() throws IOException {
    var got = deploy("/v1/universes/v2?why=louder", jar(LouderFlows.class));
    assertThat(got.status()).isEqualTo(200);
    assertThat(got.text()).contains("\"new\":true", "java.lang.String greet(java.lang.String)");
    assertThat(deploy("/v1/universes/v2", jar(LouderFlows.class)).text()).contains("\"new\":false");
    assertThat(site.post("/v1/functions/greet/call?version=v2", "[\"Ada\"]").text())
        .isEqualTo("\"HELLO Ada\"");
    assertThat(site.get("/v1/universes").text())
        .contains("\"version\":\"v1\"", "\"version\":\"v2\"");
    assertThat(site.delete("/v1/universes/v2").status()).isEqualTo(200);
    assertThat(site.get("/v1/universes").text()).doesNotContain("\"version\":\"v2\"");
  }

  @Test
  void liveTasksAreCountedForEachVersionThatTheyNeed() throws IOException {
    deploy("/v1/universes/v2", jar(LouderFlows.class));
    for (int i = 0; i < 3; i++) {
      site.post("/v1/functions/nap/start", "[3600000]");
    }
    site.post("/v1/functions/greet/call", "[\"Ada\"]");
    assertThat(site.fresh("/v1/tasks").field("count")).isEqualTo("4");
    assertThat(liveTasks()).containsExactly("v1 3", "v2 0");
    var counted = site.perdure.node().read(UniverseView::counted);
    assertThat(counted).extracting(UniverseView::tasks).containsExactly(3L, 0L);
  }

  private List<String> liveTasks() {
    var universes =
        (JsonTree.Array) ((JsonTree.Fields) site.get("/v1/universes").json()).get("universes");
    return universes.elements().stream()
        .map(JsonTree.Fields.class::cast)
        .map(u -> ((JsonTree.Text) u.get("version")).value() + " " + u.get("liveTasks").shown())
        .toList();
  }

  @Test
  void aUniverseThatServesARouteStays() {
    var got = site.delete("/v1/universes/v1");
    assertThat(got.status()).isEqualTo(409);
    assertThat(got.field("code")).isEqualTo("VERSION_IN_USE");
    assertThat(site.delete("/v1/universes/v9").status()).isEqualTo(404);
  }

  @Test
  void aVersionIsNotTakenTwice() throws IOException {
    var got = deploy("/v1/universes/v1", jar(LouderFlows.class));
    assertThat(got.status()).isEqualTo(409);
    assertThat(got.field("code")).isEqualTo("VERSION_TAKEN");
  }

  @Test
  void aJarThatDoesNotPassHasAllItsProblemsToldAndNothingIsLetIn() throws IOException {
    var got = deploy("/v1/universes/v2", jar(CarelessFlows.class));
    assertThat(got.status()).isEqualTo(422);
    assertThat(got.field("code")).startsWith("JAVA_");
    assertThat(got.text()).contains("\"problems\":[").contains("CarelessFlows.java:");
    assertThat(site.get("/v1/universes").text()).doesNotContain("\"version\":\"v2\"");
  }

  @Test
  void whatIsNoJarIsRefused() {
    var got = deploy("/v1/universes/v2", new byte[] {1, 2, 3});
    assertThat(got.status()).isEqualTo(422);
    assertThat(got.field("code")).isEqualTo("JAVA_JAR");
  }

  @Test
  void aJarThatIsTooLargeIsRefused() {
    site.close();
    var sizes = ServerLimits.defaults().sizes();
    site =
        new Site(
            directory,
            ServerConfig.onLoopback(0)
                .withLimits(
                    ServerLimits.defaults()
                        .withSizes(
                            new ServerLimits.Sizes(
                                sizes.headMax(), sizes.bodyMax(), 1_000, sizes.bodiesMax()))));
    var got = deploy("/v1/universes/v2", new byte[2_000]);
    assertThat(got.status()).isEqualTo(413);
    assertThat(got.field("code")).isEqualTo("REQUEST_TOO_LARGE");
  }
}
