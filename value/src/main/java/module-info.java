/// Immutable EDN values: model, reader, printer, canonical bytes and hashes, binary codec.
module dev.perdure.value {
  requires static org.jspecify;

  exports dev.perdure.value;
  exports dev.perdure.value.trie to
      dev.perdure.wat;
}
