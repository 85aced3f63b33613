/** What the governorates are called, as the national address has them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Text } from '../../../../core/text.ts'

interface AddressForm {
  readonly texts: { readonly '/address/governorate': { readonly choices: Readonly<Record<string, Text>> } }
}

const FILE = join(import.meta.dirname, '../../../../../forms/library/address.form.json')
const { texts } = JSON.parse(readFileSync(FILE, 'utf8')) as AddressForm

export const GOVERNORATES: ReadonlyMap<string, Text> = new Map(Object.entries(texts['/address/governorate'].choices))
