package dev.perdure.wat.thread;

import dev.perdure.wat.data.Function;
import dev.perdure.wat.lower.Lowerings;
import dev.perdure.wat.machine.Checkpoint;
import dev.perdure.wat.machine.Machine;
import dev.perdure.wat.run.Loaded;
import dev.perdure.wat.run.World;
import org.jspecify.annotations.Nullable;

/// Each thread is a machine: while it waits its frames are values.
record Machines(Loaded loaded, Lowerings lowerings) implements Runner.Maker {
  @Override
  public void evaluateConstants() {
    new Machine(loaded, lowerings, World.none()).evaluateConstants();
  }

  @Override
  public Runner calling(Function function, Object[] args, World world) {
    var machine = new Machine(loaded, lowerings, world);
    machine.begin(function, args);
    return new Running(machine);
  }

  @Override
  public Runner resuming(Checkpoint checkpoint, World world) {
    var machine = new Machine(loaded, lowerings, world);
    machine.begin(checkpoint);
    return new Running(machine);
  }

  private record Running(Machine machine) implements Runner {
    @Override
    public @Nullable Object go() {
      return machine.go();
    }
  }
}
