/// The command line: one command a class, noun then verb, over the node's API.
@org.jspecify.annotations.NullMarked
package dev.perdure.cli;
