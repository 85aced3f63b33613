/** The templates of a draft as people count them: a notice is one, in however many languages. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'

export interface Listed {
  /** In the address. */
  readonly id: string
  readonly kind: 'paper' | 'notice'
  /** As steps of a procedure say it. */
  readonly name: string
  readonly files: readonly string[]
}

const NEW = 'new'

/** In the address, where a new one is asked for: what follows the id of another is a line of it. */
export const newAt = (kind: Listed['kind']): readonly string[] => [NEW, kind]

export const newIn = ([id, kind]: readonly string[]): Listed['kind'] | undefined =>
  id === NEW && (kind === 'paper' || kind === 'notice') ? kind : undefined

export const idOf = (kind: Listed['kind'], name: string): string => (kind === 'paper' ? name : `${name}.txt`)

const NOTICE = /^templates\/(.+?)(?:\.(?:ar|en))?\.txt\.hbs$/
const PAPER = /^templates\/(.+)\.hbs$/

export function listOf(files: DraftFiles): readonly Listed[] {
  const found = new Map<string, Listed>()
  for (const path of [...files.keys()].sort()) {
    const notice = NOTICE.exec(path)?.[1]
    const name = notice ?? PAPER.exec(path)?.[1]
    if (name === undefined) continue
    const kind = notice === undefined ? 'paper' : 'notice'
    const id = idOf(kind, name)
    const before = found.get(id)
    found.set(id, { id, kind, name, files: [...(before?.files ?? []), path] })
  }
  return [...found.values()]
}
