/** What the operator says about documents: the key certificates are signed with, the clock on the wall, the browser. */
import { isJsonObject } from '../../core/json.ts'
import { invalid, type Problem } from '../../core/problem.ts'
import type { SigningConfig } from './certificate.ts'
import type { PrinterConfig } from './printing/printer.ts'
import type { RendererConfig } from './templates/renderers.ts'

/** Whose days and hours papers are written in. */
export const HOME_ZONE = 'Asia/Hebron'

export interface DocumentsConfig {
  /** Where the public reaches this installation, "https://masar.example.ps": the QR opens `<publicUrl>/verify`. */
  readonly publicUrl: string
  /** Without it certificates end in an incident; other papers are issued. */
  readonly signing?: SigningConfig
  /** IANA name; `HOME_ZONE` unless said otherwise. */
  readonly timeZone?: string
  readonly printer?: PrinterConfig
  readonly renderers?: RendererConfig
}

const NUMBERS = { printer: ['pages', 'deadlineMs'], renderers: ['threads', 'deadlineMs', 'memoryMb'] } as const
const TEXTS = { printer: ['chromiumPath', 'cacheFolder'], renderers: [] } as const

/** Reads the operator's settings; the first thing that is wrong is named. The key itself is tried when it is first used. */
export function readDocumentsConfig(value: unknown): Omit<DocumentsConfig, 'publicUrl'> | Problem {
  if (!isJsonObject(value)) return wrong('documents', 'an object')
  const known = ['signing', 'timeZone', 'printer', 'renderers']
  for (const key of Object.keys(value)) if (!known.includes(key)) return wrong(`documents.${key}`, known.join(', '))
  const { signing, timeZone } = value
  if (timeZone !== undefined && !isTimeZone(timeZone)) return wrong('documents.timeZone', 'a zone like "Asia/Hebron"')
  if (signing !== undefined && (!isJsonObject(signing) || typeof signing['key'] !== 'string'))
    return wrong('documents.signing.key', 'a private P-256 key as PEM or JWK text')
  for (const part of ['printer', 'renderers'] as const) {
    const settings = value[part]
    if (settings === undefined) continue
    if (!isJsonObject(settings)) return wrong(`documents.${part}`, 'an object')
    for (const [key, item] of Object.entries(settings)) {
      const number = NUMBERS[part].some((name) => name === key) && Number.isSafeInteger(item) && Number(item) > 0
      const text = TEXTS[part].some((name) => name === key) && typeof item === 'string'
      if (!number && !text)
        return wrong(`documents.${part}.${key}`, `${[...NUMBERS[part], ...TEXTS[part]].join(', ')} with its value`)
    }
  }
  return value as unknown as Omit<DocumentsConfig, 'publicUrl'>
}

function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== ''
  } catch {
    return false
  }
}

const wrong = (place: string, expected: string): Problem =>
  invalid('documents.config', `Expected ${expected} at ${place} of the configuration, but found something else`)
