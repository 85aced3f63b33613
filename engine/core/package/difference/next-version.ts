/** Which version a changed package should be called: what the difference means to those who already use the service. */
import type { Difference } from './difference.ts'

export type Raise = 'patch' | 'minor' | 'major'

/**
 * major: something is gone or asked anew that running applications or programs rely on. patch: looks and explanations only.
 */
export function raiseFor(differences: readonly Difference[]): Raise {
  if (differences.some(breaks)) return 'major'
  return differences.every(({ weight }) => weight === 'look') ? 'patch' : 'minor'
}

function breaks({ subject, change, aspect, after }: Difference): boolean {
  const gone = change === 'removed'
  switch (subject.kind) {
    case 'process':
    case 'step':
      return gone || aspect === 'type'
    case 'field':
      return gone || aspect === 'schema/type' || (aspect === 'required' && after !== undefined)
    case 'form':
      return gone
    case 'service':
      return aspect === 'id' || aspect === 'agency'
    default:
      return false
  }
}

/** "1.4.2" raised; undefined where it is no version. */
export function raised(version: string, raise: Raise): string | undefined {
  const parts = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)
  if (!parts) return undefined
  const [major = 0, minor = 0, patch = 0] = parts.slice(1).map(Number)
  const next = { major: [major + 1, 0, 0], minor: [major, minor + 1, 0], patch: [major, minor, patch + 1] }
  return next[raise].join('.')
}
