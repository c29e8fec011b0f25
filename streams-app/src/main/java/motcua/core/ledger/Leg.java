package motcua.core.ledger;

import motcua.core.dossier.Channel;

/**
 * One side of a posting, in the books of one unit.
 *
 * @param number 0: the only leg of a move inside a unit or of a counter; 1 and 2: the out and in
 *     leg of a transfer
 * @param counterpartUnit other unit of a transfer; null otherwise
 * @param field may be null
 * @param procedure may be null
 * @param amounts what it adds to the sums of its cell
 */
public record Leg(
    int number,
    String unit,
    String counterpartUnit,
    String field,
    String procedure,
    Channel channel,
    Amounts amounts) {}
