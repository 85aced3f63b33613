/**
 * Looks for what harms the computer of whoever opens a file. A port: the installation may have one; where it has and it
 * cannot be reached, nothing is taken in.
 */
export type Verdict = { readonly kind: 'clean' } | { readonly kind: 'infected'; readonly name: string }

/** One file on its way past. Throws a ProblemError ('unavailable') where the scanner cannot be reached or gives no verdict. */
export interface Scan {
  add(bytes: Uint8Array): Promise<void>
  verdict(): Promise<Verdict>
  /** The file will not be taken: nobody waits for a verdict. */
  stop(): void
}

export interface Scanner {
  begin(): Promise<Scan>
}
