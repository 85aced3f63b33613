/**
 * Putting a draft in force: who signed for its exact content, and which version came of which draft, when and by whom.
 *
 * A signature is given on the content, named by a digest that leaves out the version alone (the publisher names it): any
 * other change makes another content, for which nobody has signed. Nobody signs what they changed last themselves, and
 * nobody signs one content for two roles.
 */
import type { AgencyId, Digest, PackageDraftId, UserId } from './ids.ts'
import type { Text } from './text.ts'

/** A role that must sign before publication; an account signs for it whose groups name it. */
export interface SignOffRole {
  readonly role: string
  readonly title: Text
}

export interface SignOff {
  readonly draft: PackageDraftId
  /** Of the content signed; see `contentDigest`. */
  readonly digest: Digest
  readonly role: string
  readonly by: UserId
  /** Epoch ms. */
  readonly at: number
  readonly remark?: string
}

/** How a version came into force from the designer. */
export interface Publication {
  readonly packageId: string
  readonly version: string
  readonly agency: AgencyId
  readonly at: number
  readonly by: UserId
  /** Which draft, as it was after which revision. */
  readonly draft?: { readonly id: PackageDraftId; readonly rev: number }
  /** The earlier version whose content it holds again. */
  readonly restores?: string
  readonly remark?: string
}

export interface PublicationStore {
  /** false: somebody signed this content for this role, or this person signed it for another. */
  sign(signOff: SignOff): Promise<boolean>
  /** The newest first; 500 at most. */
  signOffs(draft: PackageDraftId): Promise<readonly SignOff[]>
  /** The newest first; 500 at most. */
  publications(packageId: string): Promise<readonly Publication[]>
}
