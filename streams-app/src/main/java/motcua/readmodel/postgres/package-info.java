/**
 * PostgreSQL behind the ports of {@code readmodel}: roles, migrations, the projector's transaction,
 * and the statements a report is summed by. The only package that knows SQL. Tables stand in {@code
 * db/migration}.
 */
package motcua.readmodel.postgres;
