import { Fault } from '../model/answer';

/** Whether a question ended because a newer one took its place, or because it was stopped. */
export function isSuperseded(thrown: unknown): boolean {
  return (
    thrown instanceof Fault &&
    (thrown.error.code === 'superseded' || thrown.error.code === 'cancelled')
  );
}
