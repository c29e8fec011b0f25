package motcua.alert;

/**
 * A field with late dossiers of a window.
 *
 * @param field its code; empty: dossiers without one
 * @param name the code when the catalogue does not know it
 * @param late closed late in the window
 * @param dated closed in the window with a due date
 */
public record FieldLate(String field, String name, long late, long dated) {}
