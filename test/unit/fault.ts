import { Fault, type ErrorCode } from '../../src/model/answer';

/** The code of the Fault that `work` ends in. */
export async function faultOf(work: () => unknown): Promise<ErrorCode> {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof Fault) return thrown.error.code;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
