import { readFile } from 'node:fs/promises';
import type { Fault } from '../model/answer';

/** The document in a file. @throws what is made of the message of the parser, or of the file system */
export async function readJson(path: string, fault: (message: string) => Fault): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    throw fault(thrown instanceof Error ? thrown.message : String(thrown));
  }
}
