import { Fault } from '../model/answer';

/** Something newer was asked for meanwhile, or the data became other data. */
export function isOvertaken(thrown: unknown): boolean {
  return thrown instanceof Fault && thrown.error.code === 'superseded';
}

/** A question that was given up for a newer one, or stopped, is no error to be shown. */
export function isSuperseded(thrown: unknown): boolean {
  return isOvertaken(thrown) || (thrown instanceof Fault && thrown.error.code === 'cancelled');
}
