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
  signOn: 'sign-on.secret',
} as const

export type KeyRing = Readonly<Record<keyof typeof KEY_FILES, string>>

export async function openKeyRing(folder: string): Promise<KeyRing> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { signOn, ...lasting } = KEY_FILES
  const whole = Object.values(lasting).every((file) => existsSync(join(folder, file)))
  if (!whole) await fill(folder)
  // Both ends read it at each start, so it need not be that of yesterday.
  writeFileSync(join(folder, signOn), newSecret(), { mode: 0o600 })
  const texts = Object.entries(KEY_FILES).map(([name, file]) => [name, readFileSync(join(folder, file), 'utf8')])
  return Object.fromEntries(texts) as unknown as KeyRing
}

async function fill(folder: string): Promise<void> {
  const [masar, other] = [keyPair(), keyPair()]
  const made: Omit<KeyRing, 'signOn'> = {
    masar: masar.privateKey,
    masarPublic: masar.publicKey,
    switch: other.privateKey,
    switchPublic: other.publicKey,
    certificates: await newCertificateKey(),
    ilpSecret: newSecret(),
  }
  for (const [name, text] of Object.entries(made))
    writeFileSync(join(folder, KEY_FILES[name as keyof typeof made]), text, { mode: 0o600 })
}

const newSecret = (): string => randomBytes(32).toString('base64url')
