/** Of all pages of this site, one keeps workspaces at a time. */
export interface KeepLock {
  /** @returns whether this page has it now; with `byForce` it is taken from the page that has it */
  take(byForce: boolean, lost: () => void): Promise<boolean>;
}

const lockName = 'starflag-workspaces';

/** The lock that the browser holds for a page until it is closed, or another takes it. */
export const pageLock: KeepLock = {
  take: (byForce, lost) =>
    new Promise((done) => {
      let held = false;
      const options = byForce ? { steal: true } : { ifAvailable: true };
      navigator.locks
        .request(lockName, options, (lock) => {
          held = lock !== null;
          done(held);
          return held ? new Promise(() => undefined) : undefined;
        })
        .catch(() => {
          if (held) lost();
          else done(false);
        });
    }),
};
