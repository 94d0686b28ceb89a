import type { Engine } from '../engine/protocol';
import { inSteps } from '../model/steps';
import type { Question } from '../views/question';

/**
 * Puts a question to the engine and reads its rows.
 * @throws Fault `superseded` where the same consumer asks something newer meanwhile, or what the engine answers
 */
export async function ask<T>(
  engine: Engine,
  consumer: string,
  { sql, read }: Question<T>,
): Promise<T[]> {
  return inSteps(await engine.rows(consumer, sql), read);
}
