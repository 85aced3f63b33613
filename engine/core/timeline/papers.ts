/** Papers that were issued: certificates, receipts, letters. What somebody handed in came with what they sent. */
import type { PaperEntry, Told } from './timeline.ts'

export const papers = ({ documents }: Told): readonly PaperEntry[] =>
  documents
    .filter(({ givenBy }) => givenBy === undefined)
    .map(({ digest, name, createdAt }) => ({ kind: 'paper', at: createdAt, digest, name }))
