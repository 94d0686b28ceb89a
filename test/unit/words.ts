/** Whether a half-width mark stands where Chinese typography has a full-width one. */
export function halfWidthBesideHan(text: string): boolean {
  return /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}/u.test(text);
}
