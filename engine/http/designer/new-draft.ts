/** What a request to begin a draft asks for, by its kind. */
import type { NewPackageDraft } from '../../commands/package-drafts/source.ts'
import type { CreatedDraft } from '../../commands/package-drafts/create.ts'
import type { Flow } from '../../core/drawing/turned.ts'
import { invalid, type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'

/** Which of them there are depends on the kind. */
export interface NewDraftBody {
  readonly kind: NewPackageDraft['kind']
  readonly id?: string
  readonly packageId?: string
  readonly title?: Text
  readonly flow?: Flow
  readonly version?: string
  readonly template?: string
  readonly name?: string
  /** base64 */
  readonly content?: string
}

type Asked = NewPackageDraft & { readonly id?: string }

export function newDraftOf(body: NewDraftBody): Asked | Problem {
  const request = requestOf(body)
  if (request === undefined)
    return invalid(
      'request.invalid',
      `Expected what a draft of kind "${body.kind}" is made of (${NEEDED[body.kind].join(', ')}), but something is missing`,
    )
  return body.id === undefined ? request : { ...request, id: body.id }
}

const NEEDED = {
  blank: ['packageId', 'title'],
  version: ['packageId', 'version'],
  template: ['template', 'packageId', 'title'],
  import: ['name', 'content'],
} as const satisfies Readonly<Record<NewPackageDraft['kind'], readonly (keyof NewDraftBody)[]>>

function requestOf({ kind, packageId, title, flow, version, template, name, content }: NewDraftBody) {
  switch (kind) {
    case 'blank':
      return packageId !== undefined && title ? { kind, packageId, title, ...(flow && { flow }) } : undefined
    case 'version':
      return packageId !== undefined && version !== undefined ? { kind, packageId, version } : undefined
    case 'template':
      return template !== undefined && packageId !== undefined && title
        ? { kind, template, packageId, title, ...(flow && { flow }) }
        : undefined
    case 'import':
      return name !== undefined && content !== undefined
        ? { kind, name, content: new Uint8Array(Buffer.from(content, 'base64')) }
        : undefined
  }
}

/** With what was rewritten in the drawing, where it came from another engine. */
export const createdOf = (draft: object, notes: CreatedDraft['notes']): object =>
  notes.length === 0 ? draft : { ...draft, notes }
