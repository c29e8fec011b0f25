package motcua.schemas.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What the days played so far leave to the next one. Immutable. */
public final class PlayedState {
  static final PlayedState EMPTY =
      new PlayedState(LocalDate.MIN, List.of(), Map.of(), List.of(), List.of());

  private final LocalDate day;
  private final List<PlayedDossier> open;
  private final Map<String, Tally> tallies;
  private final List<PlayedDossier> mistyped;
  private final List<PlayedEvent> unsent;

  /**
   * @param day day of the last one
   * @param open dossiers that are not closed
   * @param tallies closings in the legal quarter, by unit
   * @param mistyped dossiers closed late whose appointment is corrected the next morning
   * @param unsent what a silent system did not send
   */
  PlayedState(
      LocalDate day,
      List<PlayedDossier> open,
      Map<String, Tally> tallies,
      List<PlayedDossier> mistyped,
      List<PlayedEvent> unsent) {
    this.day = day;
    this.open = List.copyOf(open);
    this.tallies = Map.copyOf(tallies);
    this.mistyped = List.copyOf(mistyped);
    this.unsent = List.copyOf(unsent);
  }

  /** Dossiers of a unit closed with an appointment. */
  record Tally(int dated, int late) {
    static final Tally NOTHING = new Tally(0, 0);

    Tally plus(int moreDated, int moreLate) {
      return new Tally(dated + moreDated, late + moreLate);
    }
  }

  LocalDate day() {
    return day;
  }

  List<PlayedDossier> open() {
    return open;
  }

  Map<String, Tally> tallies() {
    return tallies;
  }

  List<PlayedDossier> mistyped() {
    return mistyped;
  }

  List<PlayedEvent> unsent() {
    return unsent;
  }

  /** Number of dossiers that are open. */
  public int openDossiers() {
    return open.size();
  }
}
