package motcua.readmodel.postgres;

/** Text as PostgreSQL can hold it. */
final class PgText {
  private PgText() {}

  /**
   * The value with U+0000, which PostgreSQL cannot store, replaced; null as ''. One odd code must
   * not stop the projector.
   */
  static String storable(String value) {
    if (value == null) {
      return "";
    }
    return value.indexOf('\u0000') < 0 ? value : value.replace('\u0000', '\uFFFD');
  }
}
