import { expose, transfer } from 'comlink';
import { answer, type Answer } from '../src/model/answer';
import { readFile, type ReadFile, type TakeRows } from './readers/read';

/** Reads one file; the engine throws the worker away afterwards. */
async function read(
  content: Blob,
  name: string,
  report: (share: number) => void,
  encoding: string | undefined,
  take: TakeRows,
): Promise<Answer<ReadFile>> {
  const handOver: TakeRows = (part, batch) =>
    take(part, batch && transfer(batch, [batch.ipc.buffer as ArrayBuffer]));
  const result = await answer(() => readFile(content, name, report, encoding, handOver));
  const parts = result.ok ? result.value.parts : [];
  const buffers = parts.flatMap((part) =>
    part.kind === 'sheet' ? [part.ipc.buffer] : part.batches.map(({ ipc }) => ipc.buffer),
  );
  return transfer(result, buffers as ArrayBuffer[]);
}

const fileWorker = { read };

export type FileWorker = typeof fileWorker;

expose(fileWorker);
