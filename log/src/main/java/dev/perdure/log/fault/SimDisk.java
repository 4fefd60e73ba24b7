package dev.perdure.log.fault;

import dev.perdure.log.LogCode;
import dev.perdure.log.Storage;
import dev.perdure.log.StorageFile;
import dev.perdure.value.Problem;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// One directory on a simulated disk, in memory. Everything it does follows from its seed and the
/// calls made. For one thread.
///
/// What it is strict about: bytes that were not synced survive a crash in any subset of their 4 KiB
/// pages, and a page in any subset of its 512-byte sectors; names survive a crash only if the
/// directory was synced, and otherwise in any subset; a sync that fails may write nothing and
/// leaves the pages clean, so that the system still shows what the disk does not have.
///
/// After a [PowerCut] or [#kill] every file and lock that was open is dead; call [#restart] after a
/// power cut, then open anew.
public final class SimDisk implements Storage {
  private static final long NEVER = Long.MAX_VALUE;

  /// On average so many calls are made before work in the background comes to its turn.
  private static final int BACKGROUND_DELAY = 8;

  /// A change of the directory: `to` now names `file`, unless that is null, and `from`, unless
  /// empty, nothing.
  private record NameChange(String from, String to, @Nullable SimFile file) {
    void applyTo(Map<String, SimFile> names) {
      names.remove(from);
      if (file != null) {
        names.put(to, file);
      }
    }
  }

  private final RandomGenerator random;
  private final FaultCounts counts = new FaultCounts();
  private final Map<String, SimFile> durableNames = new TreeMap<>();
  private final List<NameChange> pending = new ArrayList<>();
  private Map<String, SimFile> names = new TreeMap<>();
  private FaultRates rates = FaultRates.NONE;
  private Consumer<String> onCall = _ -> {};
  private @Nullable Runnable background;
  private long capacityBytes = Long.MAX_VALUE;
  private long calls;
  private long crashAt = NEVER;
  private int life;
  private boolean hasPower = true;
  private boolean isLocked;
  private boolean peeked;

  /// An empty disk.
  public SimDisk(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /// Lets calls fail by themselves from now on.
  public void failAtRates(FaultRates rates) {
    this.rates = rates;
  }

  /// Bounds the bytes all files may have together.
  public void limitTo(long capacityBytes) {
    this.capacityBytes = capacityBytes;
  }

  /// Is told the name of every call before it is made, such as `write`: where a test makes the disk
  /// slow by moving its clock.
  public void onCall(Consumer<String> hook) {
    onCall = hook;
  }

  /// Cuts the power at a later call: 1 is the next one. The call is made in part.
  public void crashAfter(long callsFromNow) {
    crashAt = calls + callsFromNow;
  }

  /// Cuts the power now, between two calls.
  public void crash() {
    hasPower = false;
  }

  /// Ends the process that uses the disk, not the machine: nothing is lost but what was open.
  public void kill() {
    life++;
    background = null;
    isLocked = false;
    crashAt = NEVER;
  }

  /// Brings the power back: what was not synced survives in part, and the rest is gone.
  public void restart() {
    kill();
    counts.add(Fault.CRASH);
    hasPower = true;
    pending.forEach(this::surviveOrNot);
    pending.clear();
    names = new TreeMap<>(durableNames);
    names.values().forEach(file -> file.crash(random, counts));
  }

  private void surviveOrNot(NameChange change) {
    if (random.nextBoolean()) {
      change.applyTo(durableNames);
    } else {
      counts.add(Fault.NAME_LOST);
    }
  }

  /// Another disk, on which the files are as the running system sees them here, all of it durable.
  public SimDisk copy() {
    var copy = new SimDisk(0);
    names.forEach((name, file) -> copy.names.put(name, file.copy()));
    copy.durableNames.putAll(copy.names);
    return copy;
  }

  /// Flips a bit, on the disk and for all who read it.
  public void flipBit(String name, long position, int bit) {
    counts.add(Fault.BIT_FLIPPED);
    file(name).flip(Math.toIntExact(position), bit);
  }

  /// Puts bytes on the disk behind everyone's back, as a write that went astray does.
  public void plant(String name, long position, byte[] bytes) {
    file(name).plant(Math.toIntExact(position), bytes);
  }

  /// The bytes of a file as they are on the disk.
  public byte[] durableBytes(String name) {
    return file(name).durableBytes();
  }

  /// Looks at what the running system sees, also when it runs no more: no call that is made
  /// meanwhile counts, takes time or fails. For those who check from outside; they do not write.
  public <T> T peek(Supplier<T> look) {
    boolean before = peeked;
    peeked = true;
    try {
      return look.get();
    } finally {
      peeked = before;
    }
  }

  /// The names of files as the running system sees them, in order, folders included as prefixes.
  public List<String> files() {
    return List.copyOf(names.keySet());
  }

  /// What happened so far.
  public FaultCounts counts() {
    return counts;
  }

  /// How many calls were made so far.
  public long calls() {
    return calls;
  }

  private SimFile file(String name) {
    var file = names.get(name);
    if (file == null) {
      throw new IllegalArgumentException("there is no file " + name);
    }
    return file;
  }

  /// Begins every call.
  ///
  /// @return false if the power is to go during the call
  private boolean enter(String call, int callersLife) {
    if (peeked) {
      return true;
    }
    runBackgroundSometimes();
    onCall.accept(call);
    return count(callersLife);
  }

  private boolean count(int callersLife) {
    if (!hasPower || callersLife != life) {
      throw new PowerCut();
    }
    calls++;
    return calls < crashAt;
  }

  /// Whole, without telling anybody of its calls: whoever waits for it must not find it half done.
  private void runBackgroundSometimes() {
    var work = background;
    if (work != null && random.nextInt(BACKGROUND_DELAY) == 0) {
      background = null;
      var told = onCall;
      onCall = _ -> {};
      work.run();
      onCall = told;
    }
  }

  private void enterOrCrash(String call, int callersLife) {
    if (!enter(call, callersLife)) {
      throw cut();
    }
  }

  private PowerCut cut() {
    hasPower = false;
    return new PowerCut();
  }

  private boolean happens(int rate) {
    return rate > 0 && random.nextInt(FaultRates.SCALE) < rate;
  }

  @Override
  public List<String> list() {
    enterOrCrash("list", life);
    return names.keySet().stream().map(SimDisk::topName).distinct().toList();
  }

  @Override
  public List<String> list(String folder) {
    enterOrCrash("list", life);
    var prefix = folder + "/";
    return names.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  @Override
  public boolean exists(String name) {
    enterOrCrash("exists", life);
    return names.containsKey(name);
  }

  @Override
  public void put(String name, ByteBuffer content) throws IOException {
    try (var file = create(name, content.remaining())) {
      file.write(content.duplicate(), 0);
      file.force();
    }
  }

  /// Of this call [#onCall] is not told: it takes no time.
  @Override
  public void delete(String name) {
    if (count(life) || random.nextBoolean()) {
      change(new NameChange(name, name, null));
    }
    if (calls >= crashAt) {
      throw cut();
    }
  }

  private static String topName(String name) {
    int slash = name.indexOf('/');
    return slash < 0 ? name : name.substring(0, slash);
  }

  @Override
  public StorageFile create(String name, long bytes) throws IOException {
    boolean isWhole = enter("create", life);
    var old = names.get(name);
    if (usedBytes() - (old == null ? 0 : old.size()) + bytes > capacityBytes) {
      counts.add(Fault.DISK_FULL);
      throw new IOException("No space left on device");
    }
    var file = new SimFile(Math.toIntExact(isWhole ? bytes : random.nextLong(bytes + 1)));
    change(new NameChange("", name, file));
    if (!isWhole) {
      throw cut();
    }
    return new OpenFile(file, life);
  }

  private long usedBytes() {
    return names.values().stream().mapToLong(SimFile::size).sum();
  }

  private void change(NameChange change) {
    change.applyTo(names);
    pending.add(change);
  }

  @Override
  public StorageFile open(String name, boolean writable) throws IOException {
    enterOrCrash("open", life);
    var file = names.get(name);
    if (file == null) {
      throw new FileNotFoundException(name);
    }
    return new OpenFile(file, life);
  }

  @Override
  public void rename(String from, String to) throws IOException {
    boolean isMade = enter("rename", life) || random.nextBoolean();
    var file = names.get(from);
    if (file == null) {
      throw new FileNotFoundException(from);
    }
    if (isMade) {
      change(new NameChange(from, to, file));
    }
    if (calls >= crashAt) {
      throw cut();
    }
  }

  @Override
  public void force() {
    enterOrCrash("force directory", life);
    pending.forEach(change -> change.applyTo(durableNames));
    pending.clear();
  }

  /// Runs it as part of a later call, or not at all if there are too few.
  @Override
  public void background(Runnable work) {
    background = work;
  }

  @Override
  public Closeable lock() {
    enterOrCrash("lock", life);
    if (isLocked) {
      throw Problem.of(
              LogCode.LOG_LOCKED, "The simulated disk has an owner", "Close the other log first")
          .exception();
    }
    isLocked = true;
    int owner = life;
    return () -> isLocked = isLocked && owner != life;
  }

  @Override
  public long freshIdentity() {
    return random.nextLong();
  }

  @Override
  public String toString() {
    return "simulated disk";
  }

  private final class OpenFile implements StorageFile {
    private final SimFile file;
    private final int openedIn;

    OpenFile(SimFile file, int openedIn) {
      this.file = file;
      this.openedIn = openedIn;
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public void read(ByteBuffer to, long position) {
      enterOrCrash("read", openedIn);
      file.read(to, position);
    }

    @Override
    public void write(ByteBuffer from, long position) throws IOException {
      boolean isWhole = enter("write", openedIn);
      if (position + from.remaining() > file.size()) {
        throw new IOException("a write beyond the end of the file");
      }
      if (!isWhole) {
        writePart(from, position);
        throw cut();
      }
      if (happens(rates.writeFails())) {
        writePart(from, position);
        counts.add(Fault.WRITE_FAILED);
        throw new IOException("Input/output error");
      }
      file.write(from, position);
    }

    private void writePart(ByteBuffer from, long position) {
      int bytes = random.nextInt(from.remaining() + 1);
      file.write(from.slice(from.position(), bytes), position);
    }

    @Override
    public void force() throws IOException {
      if (!enter("force", openedIn)) {
        throw cut();
      }
      if (happens(rates.syncFails())) {
        file.failForce(random);
        counts.add(Fault.SYNC_FAILED);
        throw new IOException("Input/output error");
      }
      file.force();
    }

    @Override
    public void close() {}
  }
}
