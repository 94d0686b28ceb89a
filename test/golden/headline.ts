import { join } from 'node:path';
import { prepare } from '../../src/cli/score';
import { Session } from '../../src/cli/session';
import type { Row } from '../../src/model/row';

/** The folder of a sample. */
export function sampleFolder(name: string): string {
  return join(import.meta.dirname, '../../sample-data', name);
}

/** A sample's folder scored by a scheme, as the command line does it. */
export async function scored(folder: string, scheme: string): Promise<Session> {
  const session = await Session.open([sampleFolder(folder)]);
  await prepare(session, scheme, {});
  return session;
}

/** The headline figures of a period by their ids. */
export async function figuresOf(
  session: Session,
  period: string,
): Promise<Record<string, Row[string]>> {
  const rows = await headline(session, period);
  return Object.fromEntries(rows.map((row) => [String(row['figure_id']), row['value'] ?? null]));
}

/** What the headline figures of a period are taken over, by their ids. */
export async function basesOf(
  session: Session,
  period: string,
): Promise<Record<string, Row[string]>> {
  const rows = await headline(session, period);
  return Object.fromEntries(rows.map((row) => [String(row['figure_id']), row['basis'] ?? null]));
}

function headline(session: Session, period: string): Promise<readonly Row[]> {
  return session.query(`SELECT * FROM report.headline WHERE period = '${period}'`);
}
