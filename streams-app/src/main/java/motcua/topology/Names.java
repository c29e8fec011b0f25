package motcua.topology;

/** Names of nodes and stores. They name internal topics, so they outlive the process. */
final class Names {
  static final String EVENTS_SOURCE = "events";
  static final String MAIL_SOURCE = "mail";
  static final String CLOCK_SOURCE = "clock";
  static final String DOSSIER_PROCESSOR = "dossier";
  static final String POSTINGS_SINK = "postings-out";
  static final String MAIL_SINK = "mail-out";
  static final String EVENT_DEAD_LETTERS_SINK = "event-dead-letters-out";
  static final String REWRITTEN_SINK = "rewritten-out";

  static final String POSTINGS_SOURCE = "postings";
  static final String LEDGER_PROCESSOR = "ledger";
  static final String LEDGER_SINK = "ledger-out";
  static final String UNIT_TOTALS_SINK = "unit-totals-out";

  static final String UNIT_TOTALS_SOURCE = "unit-totals";
  static final String SCOPE_PROCESSOR = "scopes";
  static final String ALERTS_SOURCE = "alerts";
  static final String ALERT_ACTS_SOURCE = "alert-acts";
  static final String RATIOS_SINK = "ratios-out";
  static final String ALERTS_SINK = "alerts-out";

  static final String DOSSIER_STORE = "dossiers";
  static final String LEDGER_STORE = "ledger";
  static final String UNIT_TOTALS_STORE = "unit-totals";
  static final String ALERTS_STORE = "alerts";

  private Names() {}
}
