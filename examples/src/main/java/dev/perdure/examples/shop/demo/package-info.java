/// The demo: the shop over a real database and a real service, each in an OS process of its own,
/// while versions come and go and the node is killed.
///
/// Reading order: [Demo], which lists the chapters; a chapter, such as [ShadowVersion2]; [LogScan],
/// which computes every figure from the log; the processes ([NodeMain], [DatabaseMain],
/// [WarehouseMain], [ReplayMain]).
@org.jspecify.annotations.NullMarked
package dev.perdure.examples.shop.demo;
