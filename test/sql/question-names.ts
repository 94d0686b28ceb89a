const folder = '../../src/views/questions/';
const files = import.meta.glob<object>('../../src/views/questions/**/*.ts', { eager: true });

/** What the questions of a folder are put together from; all else that the files of questions export asks one. */
const shared = ['economy/group.ts', 'compare/comparison.ts'];

/** The names of all questions in some of the files, such as `economy/totals.ts`. */
export function questionNames(within: (path: string) => boolean): string[] {
  return Object.entries(files)
    .map(([path, exported]) => [path.slice(folder.length), exported] as const)
    .filter(([path]) => !shared.includes(path) && within(path))
    .flatMap(([, exported]) => Object.entries(exported))
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name)
    .sort();
}
