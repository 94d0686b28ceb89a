import duckdbModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?packed';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { mount } from 'svelte';
import engineWorker from '../workers/engine.worker.ts?worker&url';
import fileWorker from '../workers/file.worker.ts?worker&url';
import App from './App.svelte';
import { EngineClient } from './engine/client';
import { loadLanguage } from './i18n';
import { firstLanguage } from './state/settings.svelte';
import { Workbench } from './state/workbench.svelte';
import './ui/tokens.css';
import './ui/base.css';
import './ui/components.css';

const sample = import.meta.glob<string>('../sample-data/jiujiang/*.{csv,xlsx}', {
  query: '?url',
  import: 'default',
  eager: true,
});

const absolute = (address: string) => new URL(address, document.baseURI).href;

/** A worker made from a blob inherits the page's CSP; one loaded from an address would not. */
function startWorker(): Worker {
  const script = new Blob([`import ${JSON.stringify(absolute(engineWorker))};`], {
    type: 'text/javascript',
  });
  const url = URL.createObjectURL(script);
  return new Worker(url, { type: 'module' });
}

const engine = new EngineClient(
  {
    duckdbModule: absolute(duckdbModule),
    duckdbWorker: absolute(duckdbWorker),
    fileWorker: absolute(fileWorker),
  },
  startWorker,
);

const sampleFiles = Object.entries(sample).map(([path, address]) => ({
  name: path.split('/').at(-1) ?? path,
  address: absolute(address),
}));

const words = await loadLanguage[firstLanguage()]();
const workbench = new Workbench(engine, sampleFiles, words);
const target = document.getElementById('app');
if (target) mount(App, { target, props: { workbench } });
