package dev.perdure.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.spi.SLF4JServiceProvider;

/// What a program has that starts a server and adds nothing to it.
class ServerLogTest {
  @Test
  void whatTheHttpServerLogsGoesSomewhereSoThatNothingWarnsOfThat() {
    assertThat(ServiceLoader.load(SLF4JServiceProvider.class)).hasSize(1);
  }
}
