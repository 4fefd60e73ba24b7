package dev.perdure.examples.workflows;

import dev.perdure.api.Effect;
import dev.perdure.api.Routed;
import dev.perdure.api.Tasks;

/// Books a trip of three parts, or none of them.
public final class OrderSaga {
  private final Bookings bookings;
  private final Tasks tasks;

  public OrderSaga(Bookings bookings, Tasks tasks) {
    this.bookings = bookings;
    this.tasks = tasks;
  }

  /// Three services that know nothing of each other.
  @Effect
  public interface Bookings {
    /// Books something and returns the number of the booking.
    String book(String what, String traveller);

    /// Gives a booking back.
    void cancel(String booking);
  }

  /// The numbers of what was booked.
  public record Trip(String flight, String hotel, String car) {}

  @Routed
  public Trip bookTrip(String traveller) {
    return tasks.saga(saga -> {
      var flight = saga.step(() -> bookings.book("flight", traveller), bookings::cancel);
      var hotel = saga.step(() -> bookings.book("hotel", traveller), bookings::cancel);
      var car = saga.step(() -> bookings.book("car", traveller), bookings::cancel);
      return new Trip(flight, hotel, car);
    });
  }
}
