/// What people and programs are shown of an engine: tasks, reasons, events, routes and universes.
@org.jspecify.annotations.NullMarked
package dev.perdure.server.view;
