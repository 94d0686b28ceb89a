import { Inflate, type UnzipDecoder, type UnzipDecoderConstructor } from 'fflate';

/** Takes what an entry unpacks to, piece by piece. */
type Take = (chunk: Uint8Array<ArrayBuffer>, last: boolean) => void;

/** Entries that the platform unpacks while their archive is read. */
export class Unpacking {
  readonly #written: Promise<void>[] = [];
  readonly #read: Promise<void>[] = [];
  readonly #failures: unknown[] = [];

  /** Begins an entry. @returns what takes its packed bytes */
  begin(take: Take): UnzipDecoder['push'] {
    const { readable, writable } = new DecompressionStream('deflate-raw');
    const writer = writable.getWriter();
    this.#read.push(this.#readAll(readable.getReader(), take));
    return (chunk, last) => {
      // what fails here fails where it is read, too
      if (chunk.length > 0) this.#written.push(writer.write(chunk.slice()).catch(() => undefined));
      if (last) writer.close().catch(() => undefined);
    };
  }

  /**
   * Waits until the bytes given so far are taken up, so that no more of an archive is held than a piece.
   * @throws the first failure: what a `Take` threw, or that bytes are broken
   */
  async drained(): Promise<void> {
    await Promise.all(this.#written.splice(0));
    if (this.#failures.length > 0) throw this.#failures[0];
  }

  /** Waits until all is unpacked. @throws as `drained` */
  async ended(): Promise<void> {
    await Promise.all(this.#read);
    await this.drained();
  }

  async #readAll(
    reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
    take: Take,
  ): Promise<void> {
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read())
        take(piece.value, false);
      take(new Uint8Array(0), true);
    } catch (thrown) {
      this.#failures.push(thrown);
      await reader.cancel().catch(() => undefined);
    }
  }
}

/**
 * What the library that finds the entries of an archive unpacks them by: the platform, which takes a third of the time.
 * It refuses bytes behind the end, so an entry of which the archive doesn't say where it ends is left to the library.
 */
export function decoderFor(unpacking: Unpacking): UnzipDecoderConstructor {
  return class implements UnzipDecoder {
    static readonly compression = 8;
    ondata: UnzipDecoder['ondata'] = () => undefined;
    readonly push: UnzipDecoder['push'];

    constructor(_name: string, size?: number) {
      const take: Take = (chunk, last) => this.ondata(null, chunk, last);
      if (size !== undefined) {
        this.push = unpacking.begin(take);
        return;
      }
      const inflate = new Inflate(take);
      this.push = (chunk, last) => inflate.push(chunk, last);
    }
  };
}
