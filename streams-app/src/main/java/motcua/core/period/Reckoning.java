package motcua.core.period;

/**
 * How the year is cut (rules.md 6): by calendar months, or from the 15th to the 14th as Decree
 * 09/2019 Art. 12 has it.
 */
public enum Reckoning {
  CALENDAR,
  LEGAL
}
