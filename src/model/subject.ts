/** A village or community under assessment. */
export interface Subject {
  /** The code where there is one, else town and name. */
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: 'village' | 'community';
  readonly district: string | null;
  readonly town: string | null;
  readonly track: string | null;
  /** First and last period that it exists in, where a merger or a split set them; else null. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}
