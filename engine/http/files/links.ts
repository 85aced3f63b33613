/**
 * Links to files: good for some minutes, for one file, as long as the session is open in which they were made. They need no
 * cookie, so a file that turns out to be a page finds nobody signed in where it opens.
 *
 * A link is sealed with a key of this process: after a restart the page is loaded anew.
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Digest } from '../../core/ids.ts'
import type { Disposition } from './send.ts'

/** Where the file is looked for: among what the reader has given, or the documents of an application. */
export type FilePlace = { readonly kind: 'own' } | { readonly kind: 'application'; readonly id: string }

export interface FileLink {
  readonly digest: Digest
  readonly place: FilePlace
  readonly disposition: Disposition
  /** sha-256 of the token of the session it was made in. */
  readonly session: string
}

export interface FileLinks {
  /** Its address within this site. */
  sign(link: FileLink, now: number): string
  /** undefined: not a link of ours, altered, for another file, or too old. */
  open(digest: string, token: string, now: number): FileLink | undefined
}

export const LINK_LIFE = 5 * 60_000

export function fileLinks(key: Uint8Array = randomBytes(32)): FileLinks {
  const seal = (digest: string, text: string): string =>
    createHmac('sha256', key).update(`${digest}.${text}`).digest('base64url')
  return {
    sign({ digest, place, disposition, session }, now) {
      const parts = [
        disposition === 'inline' ? 'i' : 'a',
        place.kind === 'own' ? '' : place.id,
        Buffer.from(session, 'hex').toString('base64url'),
        (now + LINK_LIFE).toString(36),
      ]
      const text = parts.join('.')
      return `/files/${digest}/${text}.${seal(digest, text)}`
    },
    open(digest, token, now) {
      const cut = token.lastIndexOf('.')
      const text = token.slice(0, Math.max(cut, 0))
      if (!isSame(token.slice(cut + 1), seal(digest, text))) return undefined
      const [how = '', id = '', session = '', expires = ''] = text.split('.')
      if (now >= Number.parseInt(expires, 36)) return undefined
      return {
        digest: digest as Digest,
        place: id === '' ? { kind: 'own' } : { kind: 'application', id },
        disposition: how === 'i' ? 'inline' : 'attachment',
        session: Buffer.from(session, 'base64url').toString('hex'),
      }
    },
  }
}

function isSame(actual: string, expected: string): boolean {
  const [one, other] = [Buffer.from(actual), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
