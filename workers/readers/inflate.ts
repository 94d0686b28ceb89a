import { Inflate, type UnzipDecoder, type UnzipDecoderConstructor } from 'fflate';

type Took = UnzipDecoder['ondata'];

/**
 * What unpacks the entries of an archive, for the library that finds them: the platform's own, which takes a third of
 * the time. It refuses bytes behind the end, so an entry of which the archive doesn't say where it ends is the library's.
 * @param pending is given a promise for each entry that is unpacked later: it fails with what `ondata` throws
 */
export function inflateBy(pending: Promise<void>[]): UnzipDecoderConstructor {
  return class implements UnzipDecoder {
    static readonly compression = 8;
    ondata: Took = () => undefined;
    readonly push: UnzipDecoder['push'];

    constructor(_name: string, size?: number) {
      if (size === undefined) {
        const inflate = new Inflate((chunk, last) => this.ondata(null, chunk, last));
        this.push = (chunk, last) => inflate.push(chunk, last);
        return;
      }
      const { readable, writable } = new DecompressionStream('deflate-raw');
      const writer = writable.getWriter();
      this.push = (chunk, last) => {
        // what fails here fails where it is read, too
        if (chunk.length > 0) writer.write(Uint8Array.from(chunk)).catch(() => undefined);
        if (last) writer.close().catch(() => undefined);
      };
      pending.push(this.#read(readable.getReader()));
    }

    async #read(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>): Promise<void> {
      try {
        for (let piece = await reader.read(); !piece.done; piece = await reader.read())
          this.ondata(null, piece.value, false);
      } catch (thrown) {
        await reader.cancel().catch(() => undefined);
        throw thrown;
      }
      this.ondata(null, new Uint8Array(0), true);
    }
  };
}
