import type { Keep, Work } from './keep.svelte';
import { onWritten } from './stored';

/** Milliseconds from a change to when it is kept. */
const moment = 100;

/** Has every change of the work kept a moment later, and what is left when the page goes out of sight. */
export function autosave(keep: Keep, work: Work): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let seen = '';
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void keep.save(), moment);
  };
  onWritten(soon);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void keep.save();
  });
  $effect.root(() => {
    $effect(() => {
      const { document: words, files } = work.now();
      const now = JSON.stringify([words, files.map(({ about }) => about)]);
      if (now !== seen && keep.state === 'ready') {
        seen = now;
        soon();
      }
    });
  });
}
