/** Files that the answers of a test name: its people have given them, without a test having to hold their bytes. */
import type { Actor } from '../core/actor.ts'
import type { MediaType } from '../core/file/file-type.ts'
import type { Digest } from '../core/ids.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts'
import type { EngineDeps } from '../deps.ts'

const DIGEST = /^[0-9a-f]{64}$/
const CONTENT = new TextEncoder().encode('A file of a test')

export async function giveFiles({ store, clock }: EngineDeps, actor: Actor, answers: JsonValue): Promise<void> {
  if (actor.kind !== 'user') return
  for (const { digest, said } of namedIn(answers, {})) {
    const receiving = await store.attachments.receive(clock.now())
    await receiving.add(CONTENT)
    await receiving.keep({
      owner: actor.id,
      digest,
      name: typeof said['name'] === 'string' ? said['name'] : 'file.pdf',
      size: typeof said['size'] === 'number' ? said['size'] : CONTENT.length,
      mediaType: typeof said['mediaType'] === 'string' ? (said['mediaType'] as MediaType) : 'application/pdf',
      givenAt: clock.now(),
    })
  }
}

interface Named {
  readonly digest: Digest
  /** The answer it stands in. */
  readonly said: JsonObject
}

function namedIn(value: JsonValue, said: JsonObject): readonly Named[] {
  if (typeof value === 'string') return DIGEST.test(value) ? [{ digest: value as Digest, said }] : []
  if (Array.isArray(value)) return value.flatMap((entry: JsonValue) => namedIn(entry, {}))
  return isJsonObject(value) ? Object.values(value).flatMap((entry) => namedIn(entry, value)) : []
}
