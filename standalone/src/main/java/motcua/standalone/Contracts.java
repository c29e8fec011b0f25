package motcua.standalone;

import java.util.LinkedHashMap;
import java.util.Map;
import motcua.schemas.events.ClockTick;
import motcua.schemas.events.DeadLetter;
import motcua.schemas.events.DossierEvent;
import motcua.schemas.internal.AlertTransition;
import motcua.schemas.internal.DossierStatus;
import motcua.schemas.internal.LedgerEntry;
import motcua.schemas.internal.Posting;
import motcua.schemas.internal.Ratios;
import motcua.schemas.internal.UnitTotals;
import org.apache.avro.Schema;

/** Topics with a contract in the registry, which must know it before the first record is written. */
final class Contracts {
  /** The event log. */
  static final String EVENTS = "motcua.events";

  /** Records nobody could read. */
  static final String DEAD_LETTERS = "motcua.dead-letters";

  private Contracts() {}

  /** Value schema of each topic that has one. */
  static Map<String, Schema> valueSchemas() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put(EVENTS, DossierEvent.getClassSchema());
    schemas.put(DEAD_LETTERS, DeadLetter.getClassSchema());
    schemas.put("motcua.clock", ClockTick.getClassSchema());
    schemas.put("motcua.postings", Posting.getClassSchema());
    schemas.put("motcua.ledger", LedgerEntry.getClassSchema());
    schemas.put("motcua.unit-totals", UnitTotals.getClassSchema());
    schemas.put("motcua.ratios", Ratios.getClassSchema());
    schemas.put("motcua.dossiers", DossierStatus.getClassSchema());
    schemas.put("motcua.alerts", AlertTransition.getClassSchema());
    return schemas;
  }
}
