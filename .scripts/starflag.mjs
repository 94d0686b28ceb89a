// npm run starflag: the command line. stdout is the command's alone; the setup speaks on stderr.
import { run, setup } from './setup.mjs';
import { runTypeScript, userFolder } from './typescript.mjs';

await run(() => {
  setup();
  runTypeScript('src/cli/main.ts', process.argv.slice(2), { cwd: userFolder('starflag') });
});
