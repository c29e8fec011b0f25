package motcua.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import motcua.core.ledger.Posting;
import motcua.core.unit.UnitTree;
import motcua.readmodel.DossierHistory;
import motcua.readmodel.DossierMarkLine;
import motcua.readmodel.Itinerary;
import motcua.readmodel.PostingLine;

/**
 * One dossier as the API shows it.
 *
 * @param journalOff why the parts that come from the journal are missing; null when they are there
 * @param events in the order of learning; null without a journal, like all up to the postings
 * @param moves those in force, in the order in which they happened
 * @param counters those in force, by day
 * @param postings the whole journal, reversals included, as it was posted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryView(
    @JsonUnwrapped DossierView dossier,
    String journalOff,
    List<EventView> events,
    List<MoveView> moves,
    List<PostingView> counters,
    List<PostingView> postings,
    List<MarkView> marks) {
  static HistoryView of(DossierHistory history, UnitTree units, LocalDate today) {
    DossierView dossier = DossierView.of(history.dossier(), units, today);
    List<MarkView> marks = history.marks().stream().map(line -> MarkView.of(line, units)).toList();
    if (!history.journalKept()) {
      return new HistoryView(dossier, JournalOff.DETAIL, null, null, null, null, marks);
    }
    return new HistoryView(
        dossier,
        null,
        EventView.of(history.postings()),
        Itinerary.of(history.postings()).stream().map(move -> MoveView.of(move, units)).toList(),
        Itinerary.counters(history.postings()).stream()
            .map(line -> PostingView.of(line, units))
            .toList(),
        history.postings().stream().map(line -> PostingView.of(line, units)).toList(),
        marks);
  }

  /**
   * An event that the journal names as a cause, in the order of learning.
   *
   * @param knownOn when it first changed the journal
   * @param inForce whether anything it caused still stands
   */
  record EventView(String eventId, String knownOn, boolean inForce) {
    static List<EventView> of(List<PostingLine> journal) {
      Map<String, LocalDate> firstKnown = new LinkedHashMap<>();
      journal.stream()
          .filter(line -> !line.cause().equals(Posting.CLOCK))
          .forEach(line -> firstKnown.putIfAbsent(line.cause(), line.knownOn()));
      Set<String> standing = new HashSet<>();
      Itinerary.of(journal).forEach(move -> standing.add(move.cause()));
      Itinerary.counters(journal).forEach(line -> standing.add(line.cause()));
      List<EventView> events = new ArrayList<>();
      firstKnown.forEach(
          (id, day) -> events.add(new EventView(id, day.toString(), standing.contains(id))));
      return events;
    }
  }

  /** A move that was not reversed. */
  record MoveView(
      String fromUnit,
      String from,
      String toUnit,
      String to,
      String field,
      String procedure,
      String channel,
      String countsOn,
      String knownOn,
      String cause) {
    static MoveView of(Itinerary.Move move, UnitTree units) {
      return new MoveView(
          units.displayCode(move.from().unit()),
          move.from().bucket(),
          units.displayCode(move.to().unit()),
          move.to().bucket(),
          move.field(),
          move.procedure(),
          move.channel(),
          move.countsOn().toString(),
          move.knownOn().toString(),
          move.cause());
    }
  }

  record PostingView(
      long sequence,
      int leg,
      String unit,
      String counterpart,
      String field,
      String procedure,
      String channel,
      String from,
      String to,
      String counter,
      long count,
      String countsOn,
      String knownOn,
      String cause) {
    static PostingView of(PostingLine line, UnitTree units) {
      return new PostingView(
          line.sequence(),
          line.leg(),
          units.displayCode(line.unit()),
          line.counterpart().isEmpty() ? null : units.displayCode(line.counterpart()),
          line.field(),
          line.procedure(),
          line.channel(),
          emptyToNull(line.fromBucket()),
          emptyToNull(line.toBucket()),
          emptyToNull(line.counter()),
          line.count(),
          line.countsOn().toString(),
          line.knownOn().toString(),
          line.cause());
    }
  }

  record MarkView(String code, String unit, String detail, String knownOn, String endedOn) {
    static MarkView of(DossierMarkLine line, UnitTree units) {
      return new MarkView(
          line.code(),
          line.unit().isEmpty() ? null : units.displayCode(line.unit()),
          line.detail(),
          line.knownOn().toString(),
          line.endedOn() == null ? null : line.endedOn().toString());
    }
  }

  private static String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
