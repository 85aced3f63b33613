/**
 * What somebody typed into a page whose session had run out before they sent it: kept for an hour, so that it stands in
 * the form again once the same person has signed in. Nobody else ever sees it, and it is never sent by itself.
 */
import type { Digest, UserId } from './ids.ts'

export interface TypedForm {
  /** The person, also where they act for a company. */
  readonly owner: UserId
  /** Path it was sent to, within the site; behind the company's name where they act for one. */
  readonly address: string
  /** Texts by field, as the form sent them. */
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  /** Files chosen in it, which are their owner's already. */
  readonly files: readonly TypedFile[]
  readonly typedAt: number
}

export interface TypedFile {
  /** Name of the field it was chosen in. */
  readonly place: string
  readonly digest: Digest
}

export interface TypedFormStore {
  /** In place of what was typed at the same address before; of one person's only the latest `most` stay. */
  keep(form: TypedForm, most: number): Promise<void>
  /** @param since what was typed before is too old */
  get(owner: UserId, address: string, since: number): Promise<TypedForm | undefined>
  remove(owner: UserId, address: string): Promise<void>
  /** Removes what was typed before. Resolves with how many. */
  forget(before: number): Promise<number>
}
