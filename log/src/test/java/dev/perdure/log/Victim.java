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

  static List<Victim> among(SimDisk disk, Stamp stamp, Survey survey) {
    long proof = survey.last().to().durable();
    var victims = new ArrayList<Victim>();
    for (var scan : survey.scans()) {
      var bytes =
          ByteBuffer.wrap(disk.durableBytes(scan.name().fileName())).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = 0; at < scan.position(); ) {
        var header = BatchHeader.read(bytes, at, stamp.identity());
        if (header == null) {
          break; // bytes that only the system's cache has
        }
        if (header.count() > 0 && header.first() < proof) {
          int length = BatchHeader.BYTES + header.recordBytes();
          victims.add(new Victim(scan.name().fileName(), at, length));
        }
        at += header.span();
      }
    }
    return victims;
  }
}
