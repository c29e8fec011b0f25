/** Asking again while events come, but not at each of them. */

/**
 * @param task may be asynchronous; it is not begun again while it runs
 * @param everyMs least time between two beginnings
 * @return {ask(), stop()}; what was asked for too early is done when the time has come
 */
export function paced(task, everyMs) {
  let begun = performance.now();
  let timer = null;
  let running = false;
  let wanted = false;
  let stopped = false;
  const run = async () => {
    timer = null;
    wanted = false;
    running = true;
    begun = performance.now();
    try {
      await task();
    } finally {
      running = false;
      if (wanted) {
        ask();
      }
    }
  };
  function ask() {
    wanted = true;
    if (!stopped && !running && timer === null) {
      timer = setTimeout(run, Math.max(0, begun + everyMs - performance.now()));
    }
  }
  return {
    ask,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
