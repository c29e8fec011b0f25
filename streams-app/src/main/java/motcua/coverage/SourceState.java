package motcua.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import motcua.readmodel.SourceLine;

/**
 * A source as it stands now.
 *
 * @param age time since it was heard, by the ledger's clock; empty when it never was
 * @param limit office time without a record that is too long; empty: it is not watched
 * @param silence office time since it was heard; empty when it never was
 * @param silentSince when the limit was over; empty while it is not
 */
public record SourceState(
    SourceLine line,
    Optional<Duration> age,
    Optional<Duration> limit,
    Optional<Duration> silence,
    Optional<Instant> silentSince) {}
