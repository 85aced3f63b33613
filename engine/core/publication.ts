/**
 * Putting a draft in force: who signed for its exact content, and which version came of which draft, when and by whom.
 *
 * A signature is given on the content and the version it would follow, named by a digest that leaves out only what the new
 * version is called (the publisher names it): after any other change, or once another version came into force, nobody has
 * signed. Nobody signs for a draft they changed since the version in force, and nobody signs one content for two roles.
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
  /** Of what was signed; see `signedDigest`. */
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
