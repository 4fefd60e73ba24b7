package dev.perdure.node;

import dev.perdure.engine.Version;
import dev.perdure.value.Hash;
import dev.perdure.value.PerdureException;
import dev.perdure.value.Problem;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Keeps universes as they were before they were frozen, under the hash of what was frozen: so that
/// any node, later release or other machine can freeze them again and run what the log speaks of.
/// One zip file a universe; the front end says what is in it.
final class UniverseStore {
  private final Blobs blobs;

  /// Where the files are.
  interface Blobs {
    /// The content under a name.
    ///
    /// @throws IOException if there is none
    byte[] read(String name) throws IOException;

    /// Puts content under a name, durably, all or nothing.
    void write(String name, byte[] content) throws IOException;

    /// Where the content under a name is, for people.
    String place(String name);
  }

  UniverseStore(Blobs blobs) {
    this.blobs = blobs;
  }

  private static String name(Hash hash) {
    return hash + ".zip";
  }

  /// Keeps a universe. What is kept already is written anew only if it is not the same any more.
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_WRITE_FAILED`
  void keep(FrozenUniverse frozen) {
    write(frozen.hash(), frozen.packed());
  }

  private void write(Hash hash, byte[] packed) {
    var name = name(hash);
    if (Arrays.equals(packed, present(name))) {
      return;
    }
    try {
      blobs.write(name, packed);
    } catch (IOException e) {
      throw new Problem(
              NodeCode.UNIVERSE_WRITE_FAILED,
              "the universe " + hash.shortText() + " could not be written: " + e,
              blobs.place(name),
              "Check the free space, the health of the disk and who owns the folder, then try"
                  + " again; nothing was deployed or imported")
          .exception(e);
    }
  }

  /// The content under a name; null if there is none that can be read.
  private byte @Nullable [] present(String name) {
    try {
      return blobs.read(name);
    } catch (IOException _) {
      return null;
    }
  }

  /// The packed universe, to be taken elsewhere.
  byte[] packed(Hash hash) {
    try {
      return blobs.read(name(hash));
    } catch (IOException e) {
      throw missing(hash, e.toString());
    }
  }

  /// Keeps a universe that was packed elsewhere.
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_MISSING` if it is not what its name says,
  ///   `UNIVERSE_WRITE_FAILED`
  void keepPacked(Hash hash, byte[] packed) {
    freeze(hash, packed);
    write(hash, packed);
  }

  /// Checks that a kept universe is there and is what its name says.
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_MISSING`
  void check(Hash hash) {
    freeze(hash, packed(hash));
  }

  /// Freezes a kept universe again and loads it.
  ///
  /// @throws dev.perdure.value.PerdureException `UNIVERSE_MISSING` if it is not there, or is not
  ///   what its name says
  ///
  /// @param metered whether its code can be run on a budget
  LoadedUniverse load(Version version, Hash hash, boolean metered) {
    return freeze(hash, packed(hash)).load(version, metered);
  }

  private static FrozenUniverse freeze(Hash hash, byte[] packed) {
    FrozenUniverse frozen;
    try {
      var files = Packed.unzip(packed);
      frozen =
          files.containsKey(FrozenWat.ABOUT) ? FrozenWat.unpack(files) : FrozenJava.unpack(files);
    } catch (IOException e) {
      throw missing(hash, e.toString());
    } catch (PerdureException e) {
      throw missing(hash, e.problem().text());
    }
    if (!frozen.hash().equals(hash)) {
      throw missing(hash, "what is kept makes the universe " + frozen.hash());
    }
    return frozen;
  }

  private static RuntimeException missing(Hash hash, String why) {
    return Problem.of(
            NodeCode.UNIVERSE_MISSING,
            "the universe " + hash.shortText() + " cannot be loaded: " + why,
            "Restore the folder universes of the data directory, or deploy the same code again"
                + " under the same version")
        .exception();
  }
}
