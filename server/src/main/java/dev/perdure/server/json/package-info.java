/// JSON: reads it within limits, writes values and data as it, and turns it into values by type.
@org.jspecify.annotations.NullMarked
package dev.perdure.server.json;
