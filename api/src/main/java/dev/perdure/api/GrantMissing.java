package dev.perdure.api;

/// Something was asked of an effect that the host has not granted. Nothing was done.
public final class GrantMissing extends RuntimeException {
  private final String flag;

  /// @param message what was asked, for people
  /// @param flag what grants it where programs are started, such as `--allow-env HOME`
  public GrantMissing(String message, String flag) {
    super(message);
    this.flag = flag;
  }

  /// What grants it where programs are started, such as `--allow-env HOME`.
  public String flag() {
    return flag;
  }
}
