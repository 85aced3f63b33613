/** The signatures of a draft as somebody who reads it sees them: which they could give themselves, and whom to ask for the others. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { PackageDraft } from '../../core/package-draft.ts'
import type { Author } from '../../core/policy/authoring.ts'
import type { EngineDeps } from '../../deps.ts'
import { hindranceOf, signaturesOn, type Hindrance, type Signature } from './sign-off.ts'
import { signersByGroup } from './who-may-sign.ts'
import { writersOf } from './writers.ts'

export interface SignableSignature extends Signature {
  /** Why who reads it cannot give it; absent where they can, and where it is given. */
  readonly hindrance?: Hindrance
  /** Who of the agency could, by name. */
  readonly people: readonly string[]
}

export async function signableOn(
  deps: EngineDeps,
  draft: PackageDraft,
  reader: Author,
  files: DraftFiles,
): Promise<readonly SignableSignature[]> {
  const signatures = await signaturesOn(deps, draft, files)
  if (signatures.length === 0) return []
  const [writers, groups] = await Promise.all([writersOf(deps, draft), signersByGroup(deps, draft.agency)])
  const canSign = (person: Pick<Author, 'id' | 'groups'>, role: string): Hindrance | undefined =>
    hindranceOf(person, role, writers, signatures)
  return signatures.map((signature): SignableSignature => {
    if (signature.signed) return { ...signature, people: [] }
    const { role } = signature
    const hindrance = canSign(reader, role)
    const able = (groups.get(role) ?? []).filter((person) => canSign(person, role) === undefined)
    return { ...signature, ...(hindrance && { hindrance }), people: able.map(({ name }) => name) }
  })
}
