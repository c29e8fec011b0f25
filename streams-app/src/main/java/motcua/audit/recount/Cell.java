package motcua.audit.recount;

import java.time.LocalDate;

/**
 * One sum of the ledger: whose books, for which day, learned on which day. Texts the ledger does
 * not have are empty, never null.
 *
 * @param counterpart other unit of the transfers summed here; empty for everything else
 */
public record Cell(
    String unit, String field, String counterpart, LocalDate countsOn, LocalDate knownOn) {}
