package dev.perdure.wat.data;

/// Something that is no data, such as a thread or a channel's end: it can be printed and never
/// read. It equals nothing and has no order.
public abstract class Handle {
  private final String path;

  /// @param path its type's, such as `wat::kernel::Thread`
  protected Handle(String path) {
    this.path = path;
  }

  /// The path of its type.
  public final String path() {
    return path;
  }

  @Override
  public final String toString() {
    return Show.of(this);
  }
}
