package motcua.notify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What happens in a {@link KillRun}, and how often. */
enum KillFault {
  KILLED(10),
  KILLED_AFTER_MAIL_WAS_TAKEN(10),
  KILLED_AFTER_ALERT_WAS_TAKEN(10),
  MAIL_GONE(25),
  ALERTMANAGER_GONE(25),
  DOUBLED(20);

  private final int times;

  KillFault(int times) {
    this.times = times;
  }

  /** All of them, in an order of chance. */
  static List<KillFault> shuffled(Random random) {
    List<KillFault> faults = new ArrayList<>();
    for (KillFault fault : values()) {
      faults.addAll(Collections.nCopies(fault.times, fault));
    }
    Collections.shuffle(faults, random);
    return faults;
  }
}
