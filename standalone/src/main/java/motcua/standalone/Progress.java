package motcua.standalone;

/** Tells a waiting person how far a long piece of work has come. */
public interface Progress {
  /** Says nothing. */
  Progress SILENT =
      new Progress() {
        @Override
        public void step(String what) {}

        @Override
        public void count(long done, long total) {}
      };

  /** A step begins; the one before it is over. */
  void step(String what);

  /**
   * How far the step has come.
   *
   * @param total of how many; 0 when nobody knows
   */
  void count(long done, long total);
}
