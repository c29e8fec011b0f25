package motcua.readmodel;

import java.util.List;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;

/**
 * What one transaction writes: rows and offsets together. All but the postings hold one record a
 * key, the last, in key order, so that a statement never meets a key twice and two writers lock in
 * the same order.
 */
public record ProjectionBatch(
    int generation,
    List<OffsetMove> moves,
    List<Posting> postings,
    List<Sourced<LedgerEntry>> ledger,
    List<Sourced<DossierStatus>> dossiers,
    List<Sourced<UnitTotals>> unitTotals,
    List<Sourced<Ratios>> ratios,
    List<DeadLetter> deadLetters) {}
