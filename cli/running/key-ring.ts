/** Keys and secrets for trying things out: made at the first start, kept in files of the owner alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newCertificateKey } from '../../engine/connectors/documents/certificate.ts'
import { keyPair } from '../../engine/sandbox/payments/keys.ts'

export const KEY_FILES = {
  masar: 'masar.pem',
  masarPublic: 'masar.public.pem',
  switch: 'switch.pem',
  switchPublic: 'switch.public.pem',
  certificates: 'certificates.pem',
  ilpSecret: 'ilp.secret',
} as const

export type KeyRing = Readonly<Record<keyof typeof KEY_FILES, string>>

export async function openKeyRing(folder: string): Promise<KeyRing> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const whole = Object.values(KEY_FILES).every((file) => existsSync(join(folder, file)))
  if (!whole) await fill(folder)
  const texts = Object.entries(KEY_FILES).map(([name, file]) => [name, readFileSync(join(folder, file), 'utf8')])
  return Object.fromEntries(texts) as unknown as KeyRing
}

async function fill(folder: string): Promise<void> {
  const [masar, other] = [keyPair(), keyPair()]
  const made: KeyRing = {
    masar: masar.privateKey,
    masarPublic: masar.publicKey,
    switch: other.privateKey,
    switchPublic: other.publicKey,
    certificates: await newCertificateKey(),
    ilpSecret: randomBytes(32).toString('base64url'),
  }
  for (const [name, file] of Object.entries(KEY_FILES))
    writeFileSync(join(folder, file), made[name as keyof KeyRing], { mode: 0o600 })
}
