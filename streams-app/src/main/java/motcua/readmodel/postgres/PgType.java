package motcua.readmodel.postgres;

import org.postgresql.core.Oid;

/** Element types of the arrays we copy. */
enum PgType {
  TEXT(Oid.TEXT),
  INT2(Oid.INT2),
  INT8(Oid.INT8),
  DATE(Oid.DATE);

  final int oid;

  PgType(int oid) {
    this.oid = oid;
  }
}
