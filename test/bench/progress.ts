/** Says what is under way; stdout belongs to the report. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
