/**
 * Plays working days: a clock that runs as fast as somebody likes, and the files that come in by
 * it. For the demo only; nothing that runs in production may know of it.
 *
 * <p>Reading order: {@link motcua.standalone.play.PlayClock}, {@link
 * motcua.standalone.play.DayPlay}. What happens on a day is drawn in {@code motcua.schemas.sample};
 * what it means, the ledger decides.
 */
package motcua.standalone.play;
