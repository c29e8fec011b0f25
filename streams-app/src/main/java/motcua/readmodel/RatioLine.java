package motcua.readmodel;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A live rolling ratio of a scope: numerator and denominator in dossiers, denominator 0 is no data.
 */
public record RatioLine(
    String window,
    String ratio,
    long numerator,
    long denominator,
    LocalDate asOf,
    Instant appliedAt) {}
