package motcua.readmodel;

import motcua.core.alert.Transition;

/** What an alert is about. */
public enum AlertKind {
  /** A unit is late too often: a rule of the configuration. */
  LATE,
  /** A late dossier turned on time because a date was rewritten; told once, never cleared. */
  REWRITTEN,
  /** A source is silent; its scope is the source. */
  SILENT;

  /** The kind of the alerts of a rule. */
  public static AlertKind of(String rule) {
    return switch (rule) {
      case Transition.LATE_REWRITTEN -> REWRITTEN;
      case Transition.SOURCE_SILENT -> SILENT;
      default -> LATE;
    };
  }
}
