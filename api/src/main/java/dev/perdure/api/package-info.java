/// All that a Java author imports: annotations, effect interfaces, handles.
@org.jspecify.annotations.NullMarked
package dev.perdure.api;
