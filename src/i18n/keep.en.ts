import type { keep as source } from './keep.zh-CN';

/** Words of keeping work on this machine. */
export const keep: typeof source = {
  title: 'Kept on this machine',
  lead: 'The files loaded, column meanings and corrections are kept by this browser on this machine and never leave it; they are back at your next visit. The sample is not kept. On a shared PC, delete all when you are done.',
  newName: () => 'Unnamed workspace',
  states: {
    starting: 'Looking up what is kept on this machine.',
    none: 'There is no storage here (opened from a disk, a private window, or a browser without it): nothing is kept when this page closes.',
    elsewhere: 'Another tab is keeping; changes on this page are not kept.',
    lost: 'Another tab has taken over; further changes on this page are not kept.',
    ready: 'There is nothing to keep yet.',
  },
  evicted: 'The browser has cleared what was kept last time. Load your files again.',
  takeOver: 'Keep from this page',
  saved: (time) => `Kept ${time}`,
  notSaved: 'Not kept',
  kept: 'Workspaces kept on this machine',
  open: 'Open',
  inUse: 'In use',
  rename: 'Rename',
  renameDone: 'Done',
  nameLabel: 'Name of the workspace',
  startNew: 'New workspace',
  remove: 'Delete',
  removeAll: 'Delete all',
  sure: 'This cannot be undone.',
  sureRemove: 'Delete',
  files: (count) => (count === '1' ? '1 file' : `${count} files`),
  damaged: 'what was kept is damaged and was left as it is',
  newer: 'kept by a newer version and left as it is',
};
