/// The derived SQL projection of the log: rebuildable, queryable.
@org.jspecify.annotations.NullMarked
package dev.perdure.index;
