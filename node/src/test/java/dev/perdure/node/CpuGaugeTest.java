package dev.perdure.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CpuGaugeTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-9);
  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong();
  private final AtomicLong own = new AtomicLong();
  private double machine = 0.7;
  private final CpuGauge gauge = new CpuGauge(() -> machine, own::get, now::get, 2);

  @Test
  void whatTheShadowsTakeIsNotCounted() {
    now.addAndGet(SECOND);
    own.addAndGet(SECOND);
    assertThat(gauge.others()).isCloseTo(0.2, CLOSE);
  }

  @Test
  void withoutShadowsItIsWhatTheMachineSays() {
    now.addAndGet(SECOND);
    assertThat(gauge.others()).isCloseTo(0.7, CLOSE);
  }

  @Test
  void aReadingHoldsForAFractionOfASecond() {
    now.addAndGet(SECOND);
    gauge.others();
    machine = 0.1;
    now.addAndGet(SECOND / 100);
    assertThat(gauge.others()).isCloseTo(0.7, CLOSE);
    now.addAndGet(SECOND);
    assertThat(gauge.others()).isCloseTo(0.1, CLOSE);
  }

  @Test
  void aMachineThatDoesNotKnowCountsAsIdle() {
    now.addAndGet(SECOND);
    machine = -1;
    assertThat(gauge.others()).isZero();
  }
}
