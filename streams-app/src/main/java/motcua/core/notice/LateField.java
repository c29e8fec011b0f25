package motcua.core.notice;

/**
 * The field that holds most of the late dossiers.
 *
 * @param name as printed
 * @param late closed late in the field
 * @param allLate closed late in all fields
 */
public record LateField(String name, long late, long allLate) {}
