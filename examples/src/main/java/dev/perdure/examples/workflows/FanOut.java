package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.ReadOnly;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;
import java.util.List;
import java.util.function.Supplier;

/// Asks many at once and takes the best answer.
public final class FanOut {
  private final Carriers carriers;
  private final Tasks tasks;

  public FanOut(Carriers carriers, Tasks tasks) {
    this.carriers = carriers;
    this.tasks = tasks;
  }

  /// Companies that carry parcels.
  @Effect
  public interface Carriers {
    /// What a company wants for it, in cents.
    @ReadOnly
    long price(String company, int grams);
  }

  @Routed
  public long cheapest(List<String> companies, int grams) {
    var asked = companies.stream().map(c -> price(c, grams)).toList();
    return tasks.all(asked).stream().mapToLong(Long::longValue).min().orElseThrow();
  }

  private Supplier<Long> price(String company, int grams) {
    return () -> carriers.price(company, grams);
  }
}
