/** Why a file is not taken, said to whoever sent it. */
import type { FileFault, MediaType } from './file/file-type.ts'
import { FILE_KINDS } from './file/table.ts'
import { invalid, tooLarge, type Problem } from './problem.ts'

/** @param kinds that are taken: "PDF, JPG, PNG" */
const PROBLEMS: Readonly<Record<FileFault, (kinds: string) => Problem>> = {
  empty: () => invalid('attachment.empty', 'Expected a file with something in it, but it is empty; choose it again'),
  unknown: (kinds) =>
    invalid(
      'attachment.kind',
      `Expected a file of the kind ${kinds}, but what is in it is none of these; its name does not count`,
    ),
  refused: (kinds) =>
    invalid('attachment.kind', `Expected a file of the kind ${kinds}, but it is of another; save it as one of these`),
  disguised: () =>
    invalid(
      'attachment.disguised',
      'Expected a file that is one thing, but it is two at once; print it or save it anew',
    ),
  encrypted: () =>
    invalid(
      'attachment.encrypted',
      'Expected a file anyone may open, but it is locked by a password; save it without one',
    ),
  damaged: () => invalid('attachment.damaged', 'Expected a whole file, but it breaks off; save it or send it again'),
  vast: () =>
    invalid('attachment.vast', 'Expected a picture of at most 150 million points, but it is larger; make it smaller'),
}

export const faultOf = (fault: FileFault, allowed: readonly MediaType[]): Problem =>
  PROBLEMS[fault](allowed.map((type) => FILE_KINDS[type].extensions[0].toUpperCase()).join(', '))

export const tooLargeFile = (most: number): Problem =>
  tooLarge('attachment.too-large', `Expected a file of at most ${most} bytes, but it is larger; make it smaller`)

export const infected = (name: string): Problem =>
  invalid(
    'attachment.infected',
    `Expected a harmless file, but the scanner found ${name.slice(0, 80)} in it; clean the computer it comes from`,
  )
