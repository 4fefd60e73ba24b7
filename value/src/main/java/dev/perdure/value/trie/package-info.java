/// The persistent collections that values are made of, whatever their elements are.
@org.jspecify.annotations.NullMarked
package dev.perdure.value.trie;
