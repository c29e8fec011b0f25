package motcua.readmodel;

import java.time.YearMonth;

/** Closes months of the read model, so that reports need not sum their days. */
public interface MonthClosing {
  /**
   * Closes every month up to and with this one that is open. Figures are the same before and after;
   * a month that is closed too early is opened again by what comes later. Thread-safe; may run
   * beside the projector.
   *
   * @return number of months closed; months in which nothing was learned are closed with the next
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  int closeThrough(YearMonth last);
}
