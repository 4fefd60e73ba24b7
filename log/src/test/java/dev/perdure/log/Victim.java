package dev.perdure.log;

import dev.perdure.log.fault.SimDisk;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// A batch that is proved to have been durable, where a flipped bit has to be found.
///
/// @param bytes header and records, without the padding
record Victim(String segment, long position, int bytes) {

  /// A header and where it stands.
  record Found(int position, BatchHeader header) {}

  static List<Victim> among(SimDisk disk, Stamp stamp, Survey survey) {
    long proof = survey.last().to().durable();
    var victims = new ArrayList<Victim>();
    for (var scan : survey.scans()) {
      var name = scan.name().fileName();
      for (var found : headersIn(disk.durableBytes(name), stamp.identity(), 0)) {
        var header = found.header();
        boolean isKept = found.position() < scan.position();
        if (isKept && header.count() > 0 && header.first() < proof) {
          int length = BatchHeader.BYTES + header.recordBytes();
          victims.add(new Victim(name, found.position(), length));
        }
      }
    }
    return victims;
  }

  /// The headers of this log anywhere in a segment, from a position on.
  static List<Found> headersIn(byte[] segment, long identity, int from) {
    var bytes = ByteBuffer.wrap(segment).order(ByteOrder.LITTLE_ENDIAN);
    var found = new ArrayList<Found>();
    for (int at = from; at + BatchHeader.BYTES <= segment.length; at += BatchHeader.ALIGNMENT) {
      var header = BatchHeader.read(bytes, at, identity);
      if (header != null) {
        found.add(new Found(at, header));
      }
    }
    return found;
  }
}
