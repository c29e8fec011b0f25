package motcua.schemas.sample;

import java.time.LocalDateTime;

/**
 * A dossier of a played day, with what is planned for it. Days are numbers of working days; 0 is
 * never.
 *
 * @param office where it was received
 * @param unit code of the unit that has it now
 * @param due appointment it was received with; null without one
 * @param dueOn day it is due in the end, suspensions and extensions counted in
 * @param closesOn day it is closed
 * @param pause when it waits for a supplement
 * @param extendedOn day its appointment is put off
 * @param movedOn day it goes to the desk
 */
record PlayedDossier(
    String id,
    PlayedUnit office,
    String unit,
    SampleProcedure procedure,
    String channel,
    LocalDateTime received,
    LocalDateTime due,
    int dueOn,
    int closesOn,
    Pause pause,
    int extendedOn,
    int movedOn) {

  /** A supplement asked and brought. */
  record Pause(int from, int to) {
    static final Pause NONE = new Pause(0, 0);

    int days() {
      return to - from;
    }
  }

  boolean isDated() {
    return due != null;
  }

  boolean isLateOn(int day) {
    return isDated() && day > dueOn;
  }

  PlayedDossier at(String newUnit) {
    return new PlayedDossier(
        id,
        office,
        newUnit,
        procedure,
        channel,
        received,
        due,
        dueOn,
        closesOn,
        pause,
        extendedOn,
        movedOn);
  }

  PlayedDossier by(String newChannel) {
    return new PlayedDossier(
        id,
        office,
        unit,
        procedure,
        newChannel,
        received,
        due,
        dueOn,
        closesOn,
        pause,
        extendedOn,
        movedOn);
  }
}
