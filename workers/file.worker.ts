import { expose, transfer } from 'comlink';
import { answer, type Answer } from '../src/model/answer';
import { readFile, type ReadFile } from './readers/read';

/** Reads one file; the engine throws the worker away afterwards. */
async function read(
  content: Blob,
  name: string,
  report: (share: number) => void,
  encoding?: string,
): Promise<Answer<ReadFile>> {
  const result = await answer(() => readFile(content, name, report, encoding));
  const buffers = result.ok
    ? result.value.parts.flatMap((part) => (part.kind === 'sheet' ? [part.ipc.buffer] : []))
    : [];
  return transfer(result, buffers as Transferable[]);
}

const fileWorker = { read };

export type FileWorker = typeof fileWorker;

expose(fileWorker);
