package motcua.readmodel;

import java.time.LocalDate;

/** Closes days and months of the read model, so that reports need not sum their cells. */
public interface Closing {
  /**
   * Closes every open day up to and with this one, and every month that ends by then. Figures are
   * the same before and after; what is closed too early is opened again by what comes later.
   * Thread-safe; may run beside the projector.
   *
   * @return number of months closed; months in which nothing was learned are closed with the next
   * @throws StoreUnavailableException when the database cannot be reached just now
   */
  int closeThrough(LocalDate last);
}
