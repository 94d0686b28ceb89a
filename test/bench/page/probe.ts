/** Takes the times of the product's page from within it. */
export interface Probe {
  /**
   * Waits for an answer: the text or place of what `selector` finds becomes another one while nothing in the page matches `wait`. Its time
   * runs from the last input of the type to when the frame with the answer has been painted.
   */
  arm(input: string, selector: string, wait: string): void;
  /** Milliseconds from the input to the answer armed for last; NaN where none came. */
  answered(): Promise<number>;
  /** Takes the time between frames from now on. */
  startFrames(): void;
  /** Milliseconds between frames. */
  stopFrames(): number[];
  /** Milliseconds of the tasks longer than 50 since the last call. */
  longTasks(): number[];
}

/** Puts `probe` on the page; runs there, so it stands alone. */
export function installProbe(): void {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    tasks.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });

  const patience = 10_000;
  let answer: Promise<number> = Promise.resolve(NaN);
  let frames: number[] | null = null;

  const lookOf = (selector: string) => {
    const element = document.querySelector(selector);
    return element ? `${element.textContent} ${element.getAttribute('style') ?? ''}`.trim() : '';
  };

  const painted = (then: () => void) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = then;
      channel.port2.postMessage(null);
    });
  };

  const probe: Probe = {
    arm(input, selector, wait) {
      const before = lookOf(selector);
      let from = NaN;
      const note = (event: Event) => {
        if (event.isTrusted) from = event.timeStamp;
      };
      addEventListener(input, note, { capture: true });
      answer = new Promise((resolve) => {
        const end = (time: () => void) => {
          seen.disconnect();
          clearTimeout(limit);
          removeEventListener(input, note, { capture: true });
          time();
        };
        const seen = new MutationObserver(() => {
          const now = lookOf(selector);
          if (now === before || now === '' || document.querySelector(wait)) return;
          end(() => painted(() => resolve(performance.now() - from)));
        });
        const limit = setTimeout(() => end(() => resolve(NaN)), patience);
        seen.observe(document, {
          ...{ subtree: true, childList: true, characterData: true },
          attributeFilter: ['style'],
        });
      });
    },
    answered: () => answer,
    startFrames() {
      const times: number[] = [];
      frames = times;
      let last = performance.now();
      const frame = () => {
        if (frames !== times) return;
        const now = performance.now();
        times.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(() => {
        last = performance.now();
        requestAnimationFrame(frame);
      });
    },
    stopFrames() {
      const times = frames ?? [];
      frames = null;
      return times;
    },
    longTasks: () => {
      tasks.push(...observer.takeRecords().map(({ duration }) => duration));
      return tasks.splice(0);
    },
  };
  Object.assign(globalThis, { probe });
}
