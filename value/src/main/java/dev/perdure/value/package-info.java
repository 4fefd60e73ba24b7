/// Immutable EDN values: model, reader, printer, canonical bytes and hashes, binary codec.
@org.jspecify.annotations.NullMarked
package dev.perdure.value;
