/**
 * A file that a person gives with their answers: a deed, a photograph, a power of attorney.
 *
 * It is theirs alone until an answer names it: then it is a document of that application too, and stays as long as the
 * application does. What no answer named is forgotten after a while. Content is kept once, by its digest.
 */
import type { Digest, UserId } from './ids.ts'
import { MEDIA_TYPES, type FileWarning, type MediaType } from './file/file-type.ts'

export interface Attachment {
  readonly owner: UserId
  readonly digest: Digest
  /** Cleaned: no path, nothing unseen, with the extension of what is in it. */
  readonly name: string
  readonly size: number
  readonly mediaType: MediaType
  readonly warning?: FileWarning
  readonly givenAt: number
}

/** What an installation takes. */
export interface AttachmentRules {
  /** Bytes of one file. */
  readonly maxBytes: number
  /** Files with one form. */
  readonly perForm: number
  /** Of one person within 24 hours. */
  readonly perDay: { readonly files: number; readonly bytes: number }
  readonly mediaTypes: readonly MediaType[]
  /** What no answer named by then is forgotten, but for what stands in answers that were saved for later. */
  readonly keepDays: number
}

/** What a form asks for, where it asks for less than the installation takes. */
export interface WantedFile {
  readonly maxBytes?: number
  readonly mediaTypes?: readonly string[]
}

/** What is taken of a file that is wanted so. */
export const narrowed = (
  { maxBytes, mediaTypes }: AttachmentRules,
  wanted: WantedFile = {},
): Pick<AttachmentRules, 'maxBytes' | 'mediaTypes'> => ({
  maxBytes: Math.min(maxBytes, wanted.maxBytes ?? maxBytes),
  mediaTypes: mediaTypes.filter((it) => wanted.mediaTypes?.includes(it) ?? true),
})

export const ATTACHMENT_RULES: AttachmentRules = {
  maxBytes: 10_000_000,
  perForm: 20,
  perDay: { files: 100, bytes: 300_000_000 },
  mediaTypes: MEDIA_TYPES.slice(0, 3),
  keepDays: 30,
}

/** Bytes on their way into the store, a piece at a time; nobody else sees them until they are kept. */
export interface Receiving {
  add(bytes: Uint8Array): Promise<void>
  /** The same file of the same person again is the same attachment under its first name, given anew. */
  keep(attachment: Attachment): Promise<Attachment>
  /** As if it had never come. */
  drop(): Promise<void>
}

export interface AttachmentStore {
  receive(at: number): Promise<Receiving>
  get(owner: UserId, digest: Digest): Promise<Attachment | undefined>
  /** Newest first, at most 200. */
  list(owner: UserId): Promise<readonly Attachment[]>
  given(owner: UserId, since: number): Promise<{ readonly files: number; readonly bytes: number }>
  /** Documents of applications stay. False when it is not there. */
  remove(owner: UserId, digest: Digest): Promise<boolean>
  /** Some of what was given and of what broke off on its way, each before its time. Resolves with how many. */
  forget(before: { readonly given: number; readonly begun: number }, limit: number): Promise<number>
}
