import { untrack } from 'svelte';
import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualItem,
} from '@tanstack/virtual-core';

/** A row that stands in the document, and the empty height between it and the one before. */
export interface PlacedRow {
  readonly index: number;
  readonly gap: number;
}

/**
 * Which rows of a long table stand in the document: those in sight, some around them, and the one that has the focus,
 * so that it is not lost when it is scrolled away.
 */
export class VirtualRows {
  #rows = $state.raw<readonly PlacedRow[]>([]);
  #after = $state(0);
  #focused = -1;
  readonly #virtualizer: Virtualizer<HTMLElement, HTMLElement>;

  /**
   * Made while a component is set up.
   * @param count rows in all
   * @param body what holds the rows, once it is there
   * @param height of a row in pixels
   */
  constructor(count: () => number, body: () => HTMLElement | undefined, height: number) {
    const fixed = {
      estimateSize: () => height,
      overscan: 6,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.#read(),
      rangeExtractor: (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const shown = defaultRangeExtractor(range);
        const apart = this.#focused >= 0 && this.#focused < range.count;
        if (!apart || shown.includes(this.#focused)) return shown;
        return [...shown, this.#focused].sort((one, other) => one - other);
      },
    };
    this.#virtualizer = new Virtualizer<HTMLElement, HTMLElement>({
      ...fixed,
      count: 0,
      getScrollElement: () => null,
    });
    $effect(() => this.#virtualizer._didMount());
    $effect(() => {
      const element = body();
      if (!element) return;
      const place = () => {
        const scroller = scrollerOf(element);
        this.#virtualizer.setOptions({
          ...fixed,
          count: untrack(count),
          getScrollElement: () => scroller,
          // the head of the table sticks over the rows
          scrollPaddingStart: height,
          scrollMargin:
            element.getBoundingClientRect().top -
            scroller.getBoundingClientRect().top +
            scroller.scrollTop,
        });
        this.#virtualizer._willUpdate();
        this.#virtualizer.measure();
        this.#read();
      };
      // what stands over the table comes and goes
      const watch = new ResizeObserver(place);
      for (let outer = element.parentElement; outer; outer = outer.parentElement) {
        watch.observe(outer);
        if (outer.tagName === 'MAIN') break;
      }
      place();
      return () => watch.disconnect();
    });
    // other rows at the same place: nothing has to be measured, which would make the page lay out in between
    $effect(() => {
      const rows = count();
      if (!untrack(body) || rows === this.#virtualizer.options.count) return;
      this.#virtualizer.setOptions({ ...this.#virtualizer.options, count: rows });
      this.#virtualizer.measure();
      this.#read();
    });
  }

  get rows(): readonly PlacedRow[] {
    return this.#rows;
  }

  /** Empty height after the last row. */
  get after(): number {
    return this.#after;
  }

  /** The row that has the focus stays. */
  hold(index: number): void {
    this.#focused = index;
  }

  /** Scrolls a row into sight. */
  show(index: number): void {
    this.#virtualizer.scrollToIndex(index);
  }

  #read(): void {
    const items = this.#virtualizer.getVirtualItems();
    const { scrollMargin } = this.#virtualizer.options;
    const end = (item: VirtualItem | undefined) => item?.end ?? scrollMargin;
    this.#rows = items.map((item, at) => ({
      index: item.index,
      gap: item.start - end(items[at - 1]),
    }));
    this.#after = this.#virtualizer.getTotalSize() - (end(items.at(-1)) - scrollMargin);
  }
}

function scrollerOf(element: HTMLElement): HTMLElement {
  for (let outer = element.parentElement; outer; outer = outer.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(outer).overflowY)) return outer;
  }
  return document.documentElement;
}
