/** A signature by being signed in: who ticks the box puts their own name under the form, and nobody can put another's. */
import { isJsonObject } from '../../engine/core/json.ts'
import type { Kind } from './kind.ts'
import { typed } from './kind.ts'

export const signature: Kind = {
  name: 'signature',
  fits: () => false,
  decode: (posted, _field, _choices, { person, now }) =>
    posted.text() === 'true' && person !== undefined ? { by: person, at: new Date(now).toISOString() } : undefined,
  view: (value) => ({ ticked: value !== undefined }),
  shown: (value) => (isJsonObject(value) ? `${typed(value['by'])}, ${typed(value['at']).slice(0, 10)}` : ''),
  code: (keyword) => (keyword === 'required' ? 'signature' : undefined),
  refuses(value, _field, { person, now }) {
    if (!isJsonObject(value)) return undefined
    const at = Date.parse(typed(value['at']))
    return value['by'] === person && at <= now && at > now - OLDEST ? undefined : 'signature'
  },
}

/** A form is signed when it is sent, not weeks before. */
const OLDEST = 24 * 3_600_000
