package motcua.schemas.sample;

/**
 * Picks exactly {@code wanted} of {@code offered} candidates, each with the same chance, while they
 * stream by (selection sampling). A total that must come out exactly is drawn with a quota, never
 * with a percentage.
 */
final class Quota {
  private int wanted;
  private int left;

  Quota(int wanted, int offered) {
    if (wanted < 0 || wanted > offered) {
      throw new IllegalArgumentException("cannot pick " + wanted + " of " + offered);
    }
    this.wanted = wanted;
    this.left = offered;
  }

  /** Whether the next candidate is picked. */
  boolean take(SeededRandom random) {
    boolean taken = random.nextInt(left) < wanted;
    left--;
    if (taken) {
      wanted--;
    }
    return taken;
  }
}
