import { Fault } from '../model/answer';

/** A question that was given up for a newer one, or stopped, is no error to be shown. */
export function isSuperseded(thrown: unknown): boolean {
  return (
    thrown instanceof Fault &&
    (thrown.error.code === 'superseded' || thrown.error.code === 'cancelled')
  );
}
