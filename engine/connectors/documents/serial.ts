/**
 * The number a certificate carries and is looked up by: "MOJ-2026-8F3K2MQ7", not guessable and easy to read aloud.
 *
 * Made from the job's key, so that a job delivered twice asks for the same number; 40 bits within an agency and year,
 * and a number that is taken leads to the next.
 */
import { createHash } from 'node:crypto'
import type { DocumentStore } from '../../core/document.ts'
import type { AgencyId, GlobalId, InstanceId } from '../../core/ids.ts'

/** Crockford's base 32: no I, L, O, U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

const SERIAL = /^[A-Z0-9][A-Z0-9/-]{2,39}$/
export const isSerial = (text: string): boolean => SERIAL.test(text)

export async function freeSerial(
  documents: DocumentStore,
  job: { readonly key: GlobalId; readonly agency: AgencyId; readonly instance: InstanceId },
  year: string,
): Promise<string> {
  for (let round = 0; ; round++) {
    const serial = `${job.agency.toUpperCase()}-${year}-${code(`${job.key}:${round}`)}`
    if ((await documents.certificate(serial)) === undefined) return serial
  }
}

function code(seed: string): string {
  const digest = createHash('sha256').update(seed).digest()
  let text = ''
  for (const byte of digest.subarray(0, LENGTH)) text += DIGITS[byte % DIGITS.length]
  return text
}
