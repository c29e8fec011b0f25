package motcua.readmodel;

import motcua.core.ledger.ReportRow;

/**
 * Figures of one unit, or of one field or procedure in it.
 *
 * @param unit raw unit code as booked
 * @param part field or procedure code; empty where the books have none and in a report that is not
 *     split
 */
public record ReportLine(String unit, String part, ReportRow figures) {}
