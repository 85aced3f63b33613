/**
 * What kinds of file a person may hand in, known by what is in them: the name and what the sender says of it count for nothing.
 * One file per kind; `table.ts` lists them.
 */

import type { Cleaner } from './cleaner.ts'

export const MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/**
 * Why a file is not taken. empty: no byte. unknown: none of the kinds. refused: a kind not asked for here. disguised: more than one thing
 * at once, like a picture that is also a web page. encrypted: locked by a password. damaged: breaks off. vast: a picture of more
 * points than anyone needs.
 */
export type FileFault = 'empty' | 'unknown' | 'refused' | 'disguised' | 'encrypted' | 'damaged' | 'vast'

/** What one who opens it should know. active: it can run something when opened (JavaScript, a program, files within). */
export type FileWarning = 'active'

/** As much of a file as is looked at: its first and last bytes as text of one character a byte, and all of it in passing. */
export interface Glance {
  readonly head: string
  readonly tail: string
  readonly size: number
  /** What was seen anywhere in it, of the marks the kind looks for. */
  readonly seen: ReadonlySet<string>
}

export interface FileKind {
  readonly mediaType: MediaType
  /** Of names, without the dot; the first is given to a name that has none of them. */
  readonly extensions: readonly [string, ...string[]]
  /** @param start the first 64 bytes, fewer where the file is shorter */
  isStart(start: string): boolean
  /** Marks to look for in all of it. */
  readonly marks: Readonly<Record<string, RegExp>>
  fault(glance: Glance): FileFault | undefined
  warning(glance: Glance): FileWarning | undefined
  /** Takes out what is beside the thing itself, where there is such. */
  readonly cleaner?: () => Cleaner
}

/** More points than any scanner of a document gives: a small file that swells to gigabytes where it is shown. */
export const MOST_POINTS = 150_000_000

export const isVast = (width: number, height: number): boolean => width * height > MOST_POINTS || width * height === 0

/** A whole number of so many bytes, the highest first. */
export function numberAt(text: string, at: number, bytes: number): number {
  let number = 0
  for (let i = at; i < at + bytes; i++) number = number * 256 + (text.charCodeAt(i) || 0)
  return number
}
