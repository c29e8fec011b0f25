package motcua.readmodel;

/**
 * An integrity mark that holds on the cut.
 *
 * @param unit raw unit code; empty when the dossier has none
 * @param source empty, like {@code dossierId}, for a mark on a unit's figures
 */
public record MarkLine(String unit, String source, String dossierId, String code, String detail) {}
