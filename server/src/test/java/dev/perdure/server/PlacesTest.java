package dev.perdure.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(ServerLimits.defaults().counts());

  @Test
  void aBackupAndACompactionExcludeEachOtherAndAreToldSo() {
    try (var _ = places.take(Load.FILES);
        var _ = places.take(Load.DEPLOY);
        var _ = places.take(Load.DEPLOY)) {
      assertThatThrownBy(() -> places.take(Load.FILES))
          .hasMessageContaining("OVERLOADED: the log's files are being copied by a backup");
      assertThatThrownBy(() -> places.take(Load.DEPLOY)).hasMessageContaining("deploying");
    }
    places.take(Load.FILES).close();
  }
}
