/// Time travel: a task's history as moments that can be walked in both directions.
@org.jspecify.annotations.NullMarked
package dev.perdure.engine.travel;
