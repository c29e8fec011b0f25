package motcua.readmodel;

import java.util.List;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.JournalEntry;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;

/**
 * What one transaction writes: rows and offsets together. All but the journal hold one record a
 * key, the last, in key order, so that a statement never meets a key twice and two writers lock in
 * the same order.
 *
 * @param journal entries with postings
 * @param dossiers entries with a status
 * @param alerts every transition, in the order of the topic
 */
public record ProjectionBatch(
    int generation,
    List<OffsetMove> moves,
    List<JournalEntry> journal,
    List<Sourced<LedgerEntry>> ledger,
    List<JournalEntry> dossiers,
    List<Sourced<UnitTotals>> unitTotals,
    List<Sourced<Ratios>> ratios,
    List<LetterNews> deadLetters,
    List<Sourced<AlertTransition>> alerts) {}
