package motcua.core.notice;

/** A way to tell. Names are stored: never renamed. */
public enum NoticeChannel {
  /** E-mail to a head. */
  EMAIL(true),
  /** A message of a Zalo Official Account to a head. */
  ZALO(true),
  /** A signed call of another system. */
  WEBHOOK(false),
  /** Alertmanager, version 2 of its API. */
  ALERTMANAGER(false);

  private final boolean people;

  NoticeChannel(boolean people) {
    this.people = people;
  }

  /** Whether people are told: quiet hours and digests are for them, systems are told at once. */
  public boolean isForPeople() {
    return people;
  }
}
