/** Rows of a statement of the user's own that are kept and shown; one more may stand behind them, to tell of more. */
export const mostKeptRows = 100_000;
