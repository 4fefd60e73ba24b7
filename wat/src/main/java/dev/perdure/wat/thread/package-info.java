/// The threads of a program, run in turn, and the channels between them (W12).
///
/// Reading order: [dev.perdure.wat.thread.Threads], which runs them;
/// [dev.perdure.wat.thread.Fiber], one of them; [dev.perdure.wat.thread.Channel], what they share;
/// [dev.perdure.wat.thread.Kernel], what they ask. Of all threads of a program one goes on at a
/// time, until it waits: so who goes on next follows from the program and from what the world has
/// answered, and from nothing else.
@org.jspecify.annotations.NullMarked
package dev.perdure.wat.thread;
