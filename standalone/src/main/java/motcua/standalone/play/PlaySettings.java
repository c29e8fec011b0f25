package motcua.standalone.play;

import java.time.Duration;

/**
 * How days are played.
 *
 * @param seed the same seed plays the same days
 * @param speed simulated seconds a second, above 0
 * @param night how long the time between two days takes
 */
public record PlaySettings(long seed, int speed, Duration night) {
  /** So that 07:00 to 17:30 takes nine minutes. */
  public static final int DEFAULT_SPEED = 70;

  /** Faster, figures follow one another as in a film. */
  public static final int MOST_SPEED = 3_600;

  /** Time to see the day change, and what is overdue with it. */
  public static final Duration NIGHT = Duration.ofSeconds(4);

  public PlaySettings {
    if (speed < 1) {
      throw new IllegalArgumentException("speed must be at least 1: " + speed);
    }
  }
}
