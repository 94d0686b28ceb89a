/** Milliseconds of work after which the page may do something else. */
const step = 12;

/**
 * Does something with each of very many items, and lets the page draw and answer in between.
 * @returns what came of each, in order
 */
export async function inSteps<T, R>(
  items: ArrayLike<T>,
  work: (item: T, index: number) => R,
): Promise<R[]> {
  const done: R[] = [];
  let until = performance.now() + step;
  for (let index = 0; index < items.length; index += 1) {
    done.push(work(items[index] as T, index));
    if (index % 128 === 127 && performance.now() > until) {
      await pause();
      until = performance.now() + step;
    }
  }
  return done;
}

/** Unlike a timer, this waits no longer than it must, in a page out of sight too. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
