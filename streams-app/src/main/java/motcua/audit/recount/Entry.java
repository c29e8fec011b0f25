package motcua.audit.recount;

/**
 * What one dossier adds to one figure of one cell.
 *
 * @param figure position in {@link Figures#COLUMNS}
 * @param count may be negative; never 0
 */
public record Entry(Cell cell, int figure, long count) {}
