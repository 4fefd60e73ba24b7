import dev.perdure.bench.TenSteps;
import dev.perdure.node.Perdure;
import java.nio.file.Path;

/// The driver of Perdure for the peers' kit: workload W1 by the kit's own loop.
final class Drive {
  private Drive() {}

  /// @param arguments a folder on the disk to measure, the name of the peer, and how many clients
  ///   the second phase has
  public static void main(String[] arguments) throws Exception {
    try (var perdure = Perdure.open(Path.of(arguments[0]))) {
      perdure.effects().bind(TenSteps.World.class, number -> number);
      perdure.deploy("v1", TenSteps.class);
      Bench.w1(
          arguments[1],
          Integer.parseInt(arguments[2]),
          10,
          "fsync=on;1 process",
          true,
          client -> perdure.call("tenSteps", 1, Integer.class));
    }
  }
}
