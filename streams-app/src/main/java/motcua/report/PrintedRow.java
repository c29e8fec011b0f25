package motcua.report;

import motcua.core.ledger.ReportRow;

/**
 * A printed row.
 *
 * @param unit code as printed: {@code UNKNOWN/<code>} when the tree does not know it
 * @param name the unit's name on the period's last day; empty when unknown
 * @param part field or procedure; empty in a report that is not split
 */
public record PrintedRow(String unit, String name, String part, ReportRow figures) {}
