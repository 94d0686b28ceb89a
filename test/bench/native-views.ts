import type { View } from '../../src/model/view';
import { id } from '../../src/sql/sql';
import type { Native } from './native';

/** Makes the views anew in one transaction, in the order and kind in which the engine makes them. */
export async function applyNatively(native: Native, views: readonly View[]): Promise<void> {
  await native.run('BEGIN TRANSACTION');
  for (const view of views.toReversed()) {
    await native.run(`DROP ${kindOf(view)} IF EXISTS ${nameOf(view)}`);
  }
  for (const view of views) {
    await native.run(`CREATE ${kindOf(view)} ${nameOf(view)} AS\n${view.sql}`);
  }
  await native.run('COMMIT');
}

function kindOf(view: View): string {
  return view.stored ? 'TABLE' : 'VIEW';
}

function nameOf(view: View): string {
  return id(...view.name.split('.')).text;
}
