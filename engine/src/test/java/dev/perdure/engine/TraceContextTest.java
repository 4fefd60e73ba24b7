package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {
  private static final String HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final TaskId TASK = TaskId.parse("0198c0e2-7a31-7b44-9ff0-0123456789ab");

  @Test
  void aHeaderIsReadAndWrittenAgain() {
    var trace = TraceContext.parse(HEADER);
    assertThat(trace).isNotNull();
    assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(trace.spanId()).isEqualTo("b7ad6b7169203331");
    assertThat(trace.flags()).isEqualTo(TraceContext.SAMPLED);
    assertThat(trace).hasToString(HEADER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "0x-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-B7AD6B7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
        "00_0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319cb-7ad6b7169203331-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01.what",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01, 00-0af7651916cd43dd8448eb211c80"
      })
  void whatIsNotValidCountsAsNone(String header) {
    assertThat(TraceContext.parse(header)).isNull();
    var options = new StartOptions(null, 0, Map.of(), Map.of(), header);
    assertThat(TraceContext.of(TASK, options)).isEqualTo(TraceContext.of(TASK, StartOptions.NONE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-what-the-future-brings"
      })
  void ofALaterVersionIsTakenWhatThisOneHas(String header) {
    assertThat(TraceContext.parse(header)).hasToString(HEADER);
  }

  @Test
  void flagsThatNobodyKnowsAreDropped() {
    var some = TraceContext.parse(HEADER.substring(0, HEADER.length() - 2) + "ff");
    assertThat(some).isNotNull();
    assertThat(some.flags()).isEqualTo(TraceContext.SAMPLED | TraceContext.RANDOM);
    var none = TraceContext.parse(HEADER.substring(0, HEADER.length() - 2) + "08");
    assertThat(none).isNotNull();
    assertThat(none.flags()).isZero();
  }

  @Test
  void aTaskThatWasGivenNoTraceHasOneThatDependsOnItsIdOnly() {
    var trace = TraceContext.of(TASK, StartOptions.NONE);
    assertThat(trace.traceId()).isEqualTo("0198c0e27a317b449ff00123456789ab");
    assertThat(trace).isEqualTo(TraceContext.of(TASK, StartOptions.NONE.withKey("k")));
    assertThat(TraceContext.parse(trace.toString())).isEqualTo(trace);
  }

  @Test
  void aTaskHasTheTraceThatItWasGiven() {
    var given = TraceContext.parse(HEADER);
    assertThat(given).isNotNull();
    assertThat(TraceContext.of(TASK, StartOptions.NONE.withTrace(given))).isEqualTo(given);
  }

  @Test
  void idsThatAreZeroAreNone() {
    assertThatThrownBy(() -> new TraceContext(0, 0, 1, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TraceContext(1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TraceContext(1, 0, 1, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
