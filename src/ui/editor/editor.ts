import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching, indentOnInput } from '@codemirror/language';
import { forceLinting, linter, lintKeymap } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { sqlStatements, type SqlStatement } from '../../model/sql-text';
import { completionSources, type Knowledge } from './completion';
import { duckdb } from './dialect';
import { documentation } from './hover';
import { look } from './theme';

export type { Knowledge };

/** Something wrong in the text, in words, with its place within a statement. */
export interface Problem {
  readonly message: string;
  readonly place: number;
}

export interface EditorOptions {
  readonly text: string;
  readonly label: string;
  readonly hint: string;
  readonly phrases: Readonly<Record<string, string>>;
  readonly knowledge: Knowledge;
  /** What is wrong with a statement; null where nothing is, or nobody can say where. */
  readonly check: (statement: SqlStatement) => Promise<Problem | null>;
  readonly onWrite: (text: string) => void;
  readonly onRun: () => void;
}

/** Statements checked as one types; a text of more is checked when it is run. */
const mostChecked = 8;

/** A text of SQL being written. */
export class SqlEditor {
  readonly #view: EditorView;

  /**
   * @param root a shadow root: only there does the editor put its styles where the page's policy allows them
   */
  constructor(root: ShadowRoot, options: EditorOptions) {
    this.#view = new EditorView({
      root,
      parent: root,
      state: this.#state(options),
    });
  }

  /** The selection, or the place of the cursor where nothing is selected. */
  get selection(): { from: number; to: number; text: string } {
    const { from, to } = this.#view.state.selection.main;
    return { from, to, text: this.#view.state.sliceDoc(from, to) };
  }

  get text(): string {
    return this.#view.state.doc.toString();
  }

  /** Shows another text, with a history of its own. */
  show(options: EditorOptions): void {
    this.#view.setState(this.#state(options));
  }

  /** Changes the whole text as if it had been typed. */
  replace(text: string): void {
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  /** Puts text in the place of the selection. */
  insert(text: string): void {
    this.#view.dispatch(this.#view.state.replaceSelection(text));
    this.#view.focus();
  }

  focus(): void {
    this.#view.focus();
  }

  /** Looks for errors now. */
  check(): void {
    forceLinting(this.#view);
  }

  destroy(): void {
    this.#view.destroy();
  }

  #state(options: EditorOptions): EditorState {
    const { text, label, hint, phrases, knowledge, check, onWrite, onRun } = options;
    const run = () => {
      onRun();
      return true;
    };
    return EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: 'Mod-Enter', run, preventDefault: true }])),
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        sql({ dialect: duckdb }),
        autocompletion({ override: completionSources(knowledge), icons: false }),
        documentation(knowledge),
        linter((view) => problems(view, check), { delay: 600 }),
        placeholder(hint),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onWrite(update.state.doc.toString());
        }),
        EditorState.phrases.of(phrases),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
          indentWithTab,
        ]),
        look,
      ],
    });
  }
}

async function problems(view: EditorView, check: EditorOptions['check']) {
  const { doc } = view.state;
  const text = doc.toString();
  const found = [];
  for (const statement of sqlStatements(text).slice(0, mostChecked)) {
    const problem = await check(statement);
    if (!problem) continue;
    const from = Math.min(statement.from + problem.place, Math.max(statement.to - 1, 0));
    const word = /^[\p{L}\d_]+/u.exec(text.slice(from))?.[0].length ?? 1;
    const to = Math.min(from + word, doc.length);
    found.push({ from, to, severity: 'error' as const, message: problem.message });
  }
  return found;
}
