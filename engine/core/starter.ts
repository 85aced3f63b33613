/** A service an analyst begins from: whole, checked and tested, shipped with Masar, to be copied under a name of one's own and changed. */
import type { DraftFiles } from './package/file-changes.ts'
import type { Text } from './text.ts'

export interface Starter {
  /** "starter.certificate-with-fee": the id of its package, which is deployed nowhere. */
  readonly template: string
  readonly title: Text
  readonly description: Text
}

export interface Starters {
  list(): Promise<readonly Starter[]>
  /** undefined: there is none by this id. */
  files(template: string): Promise<DraftFiles | undefined>
}
