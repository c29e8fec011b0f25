package motcua.readmodel.postgres;

/**
 * A dossier in the list behind a figure.
 *
 * @param book raw code of the unit in whose book it counts; {@link #ALL_BOOKS}: in all together
 */
record CellKey(String book, String source, String dossierId) {
  static final String ALL_BOOKS = "";
}
