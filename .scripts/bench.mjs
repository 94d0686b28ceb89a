// npm run bench: the benchmark, in a browser.
import { findBrowser } from './browser.mjs';
import { run, setup } from './setup.mjs';
import { runTypeScript, userFolder } from './typescript.mjs';

await run(async () => {
  setup();
  const CHROME_PATH = await findBrowser();
  runTypeScript('test/bench/run.ts', process.argv.slice(2), {
    cwd: userFolder('bench'),
    env: { CHROME_PATH },
  });
});
