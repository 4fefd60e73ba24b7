package dev.perdure.log;

import dev.perdure.value.Hash;

/// A value that a record refers to, as the log knows it.
///
/// @param name of its file: the hash of its bytes, or what stands for that where they are sealed
/// @param bytes the length of the file
record Reference(Hash name, int bytes) {}
