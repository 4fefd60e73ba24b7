/// The derived SQL projection of the log: rebuildable, queryable.
module dev.perdure.index {
  requires static org.jspecify;
  requires java.sql;
  requires org.xerial.sqlitejdbc;
  requires transitive dev.perdure.engine;
  requires transitive dev.perdure.log;
  requires transitive dev.perdure.value;

  exports dev.perdure.index;
}
