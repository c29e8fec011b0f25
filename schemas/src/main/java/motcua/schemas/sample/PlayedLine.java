package motcua.schemas.sample;

import java.time.Instant;

/**
 * One line of a played day.
 *
 * @param at when it is handed in; its {@code recordedAt}
 * @param text a canonical event, or something that is none; without line end
 */
public record PlayedLine(Instant at, String text) {}
